package org.memslot.bios.acpi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.memslot.bios.Bytes;

/** Collects fields as their bytes. */
final class ByteFieldWriter implements FieldWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  private void number(long value, int width) {
    for (int i = 0; i < width; i++) {
      out.write((int) (value >>> (8 * i)));
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
    out.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void bytes(String name, Bytes value) {
    out.writeBytes(value.toArray());
  }

  @Override
  public void reserved(int length) {
    out.writeBytes(new byte[length]);
  }

  @Override
  public void part(String title) {
    // Takes no bytes.
  }

  byte[] toArray() {
    return out.toByteArray();
  }
}
