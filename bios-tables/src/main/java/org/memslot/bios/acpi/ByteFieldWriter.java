package org.memslot.bios.acpi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.memslot.bios.Bytes;

/** Collects fields as their bytes. */
final class ByteFieldWriter implements FieldWriter {
  private byte[] content = new byte[256];
  private int length;

  /** Makes room for so many bytes more, and says where they go. */
  private int take(int bytes) {
    if (bytes > content.length - length) {
      content = Arrays.copyOf(content, Math.max(2 * content.length, length + bytes));
    }
    int at = length;
    length += bytes;
    return at;
  }

  private void number(long value, int width) {
    int at = take(width);
    for (int i = 0; i < width; i++) {
      content[at + i] = (byte) (value >>> (8 * i));
    }
  }

  @Override
  public void u8(String name, int value) {
    number(value, 1);
  }

  @Override
  public void u16(String name, int value) {
    number(value, 2);
  }

  @Override
  public void u32(String name, long value) {
    number(value, 4);
  }

  @Override
  public void u64(String name, long value) {
    number(value, 8);
  }

  @Override
  public void text(String name, String value) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    int at = take(text.length);
    System.arraycopy(text, 0, content, at, text.length);
  }

  @Override
  public void bytes(String name, Bytes value) {
    int at = take(value.length());
    value.copy(0, content, at, value.length());
  }

  @Override
  public void reserved(int bytes) {
    take(bytes);
  }

  @Override
  public void part(String title) {
    // Takes no bytes.
  }

  byte[] toArray() {
    return Arrays.copyOf(content, length);
  }
}
