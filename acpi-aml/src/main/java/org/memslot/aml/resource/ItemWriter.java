package org.memslot.aml.resource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.memslot.aml.ByteList;

/** Writes one resource item, little-endian; the length in its head is filled in at the end. */
final class ItemWriter {
  private final boolean large;
  private byte[] bytes = new byte[48];
  private int size;

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
    makeRoom(1);
    bytes[size++] = (byte) value;
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
    makeRoom(width);
    for (int i = 0; i < width; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
    return this;
  }

  ItemWriter words(List<Integer> values) {
    values.forEach(this::u16);
    return this;
  }

  ItemWriter octets(ByteList octets) {
    return put(octets.toArray());
  }

  /** Writes a string and its closing NUL. */
  ItemWriter text(String text) {
    return put(text.getBytes(StandardCharsets.US_ASCII)).u8(0);
  }

  byte[] toByteArray() {
    byte[] item = Arrays.copyOf(bytes, size);
    if (large) {
      int length = size - 3;
      item[1] = (byte) length;
      item[2] = (byte) (length >>> 8);
    } else {
      item[0] |= (byte) (size - 1);
    }
    return item;
  }

  private ItemWriter put(byte[] more) {
    makeRoom(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  private void makeRoom(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }
}
