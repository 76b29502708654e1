package org.memslot.bios.acpi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.memslot.aml.ByteList;

/**
 * Collects the bytes of a structure, field after field, little-endian and without gaps. Names and
 * meanings are the business of {@link org.memslot.bios.acpi.layout}.
 */
public final class TableWriter {
  private byte[] content = new byte[256];
  private int length;

  TableWriter() {}

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

  /** One byte. */
  public void u8(int value) {
    number(value, 1);
  }

  /** Two bytes. */
  public void u16(int value) {
    number(value, 2);
  }

  /** Four bytes; the low 32 bits of {@code value}. */
  public void u32(long value) {
    number(value, 4);
  }

  /** Eight bytes. */
  public void u64(long value) {
    number(value, 8);
  }

  /** Text of one byte a character. */
  public void text(String value) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    int at = take(text.length);
    System.arraycopy(text, 0, content, at, text.length);
  }

  /** Bytes as they are. */
  public void bytes(ByteList value) {
    int at = take(value.length());
    value.copy(0, content, at, value.length());
  }

  /** {@code bytes} zero bytes. */
  public void reserved(int bytes) {
    take(bytes);
  }

  byte[] toArray() {
    return Arrays.copyOf(content, length);
  }
}
