package org.memslot.aml.resource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * Reads the fields of one resource item, little-endian. What lies outside the item is a {@link
 * ResourceException}; offsets count from the item's first byte.
 */
final class ItemReader {
  private final byte[] item;
  private int position;

  ItemReader(byte[] item) {
    this.item = item;
    this.position = item[0] < 0 ? 3 : 1;
  }

  int remaining() {
    return item.length - position;
  }

  int u8() {
    return (int) little(1);
  }

  int u16() {
    return (int) little(2);
  }

  long u32() {
    return little(4);
  }

  long u64() {
    return little(8);
  }

  long little(int width) {
    require(width);
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = (value << 8) | (item[position + i] & 0xFF);
    }
    position += width;
    return value;
  }

  ByteList octets(int length) {
    require(length);
    ByteList octets = ByteList.of(Arrays.copyOfRange(item, position, position + length));
    position += length;
    return octets;
  }

  /** Reads what is left as a string that ends with a NUL. */
  String text() {
    String text = text(position, item.length);
    position = item.length;
    return text;
  }

  /** Returns the string between two offsets, the second one past its closing NUL. */
  String text(int from, int to) {
    checkSlice(from, to);
    if (from == to || item[to - 1] != 0) {
      throw new ResourceException("string", "no closing NUL before offset 0x%x".formatted(to));
    }
    return new String(item, from, to - from - 1, StandardCharsets.ISO_8859_1);
  }

  /** Returns the 16-bit numbers between two offsets. */
  List<Integer> words(int from, int to) {
    checkSlice(from, to);
    List<Integer> words = new ArrayList<>((to - from) / 2);
    for (int i = from; i + 1 < to; i += 2) {
      words.add((item[i] & 0xFF) | ((item[i + 1] & 0xFF) << 8));
    }
    return words;
  }

  /** Returns the bytes from an offset. */
  ByteList octets(int from, int length) {
    checkSlice(from, from + length);
    return ByteList.of(Arrays.copyOfRange(item, from, from + length));
  }

  private void checkSlice(int from, int to) {
    if (from < 0 || from > to || to > item.length) {
      throw new ResourceException(
          "offset",
          "0x%x..0x%x is not inside the item's 0x%x bytes".formatted(from, to, item.length));
    }
  }

  private void require(int length) {
    if (remaining() < length) {
      throw new ResourceException(
          "length",
          "%d bytes wanted at offset 0x%x of 0x%x".formatted(length, position, item.length));
    }
  }
}
