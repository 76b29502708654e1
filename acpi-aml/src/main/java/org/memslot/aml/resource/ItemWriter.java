package org.memslot.aml.resource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.memslot.aml.ByteList;

/** Writes one resource item, little-endian; the length in its head is filled in at the end. */
final class ItemWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);
  private final boolean large;

  private ItemWriter(boolean large) {
    this.large = large;
  }

  static ItemWriter small(ItemTag tag) {
    return new ItemWriter(false).u8(tag.code() << 3);
  }

  static ItemWriter large(ItemTag tag) {
    return new ItemWriter(true).u8(tag.code() | 0x80).u16(0);
  }

  ItemWriter u8(int value) {
    out.write(value);
    return this;
  }

  ItemWriter u16(int value) {
    return little(value, 2);
  }

  ItemWriter u32(long value) {
    return little(value, 4);
  }

  ItemWriter u64(long value) {
    return little(value, 8);
  }

  /** Writes the low bytes of a value. */
  ItemWriter little(long value, int width) {
    for (int i = 0; i < width; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  ItemWriter words(List<Integer> values) {
    values.forEach(this::u16);
    return this;
  }

  ItemWriter octets(ByteList octets) {
    out.writeBytes(octets.toArray());
    return this;
  }

  /** Writes a string and its closing NUL. */
  ItemWriter text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return u8(0);
  }

  byte[] toByteArray() {
    byte[] bytes = out.toByteArray();
    if (large) {
      int length = bytes.length - 3;
      bytes[1] = (byte) length;
      bytes[2] = (byte) (length >>> 8);
    } else {
      bytes[0] |= (byte) (bytes.length - 1);
    }
    return bytes;
  }
}
