package org.memslot.aml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable sequence of bytes: the grammar's ByteList (ACPI 6.5, 20.2.3), and the content of
 * tables, fw_cfg items and saved registers. Equal when all bytes are equal.
 *
 * <p>A slice shares the bytes of the list it was taken from, so that it costs the same whatever its
 * length.
 */
public final class ByteList {
  /** No bytes. */
  public static final ByteList EMPTY = new ByteList(new byte[0], 0, 0);

  private final byte[] array;
  private final int from;
  private final int length;

  private ByteList(byte[] array, int from, int length) {
    this.array = array;
    this.from = from;
    this.length = length;
  }

  /** A copy of {@code bytes}. */
  public static ByteList of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new ByteList(bytes.clone(), 0, bytes.length);
  }

  /** The ASCII bytes of {@code text}, without a terminator. */
  public static ByteList ascii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return window(bytes, 0, bytes.length);
  }

  /** A window of an array that nobody changes any more. */
  static ByteList window(byte[] array, int from, int length) {
    return length == 0 ? EMPTY : new ByteList(array, from, length);
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  /**
   * One byte, unsigned.
   *
   * @throws IndexOutOfBoundsException if there is no such byte
   */
  public int get(int index) {
    Objects.checkIndex(index, length);
    return array[from + index] & 0xff;
  }

  /**
   * The {@code count} bytes from {@code offset} on.
   *
   * @throws IndexOutOfBoundsException if they are not all inside
   */
  public ByteList slice(int offset, int count) {
    Objects.checkFromIndexSize(offset, count, length);
    return window(array, from + offset, count);
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, from + length);
  }

  /**
   * Copies {@code count} bytes from {@code offset} on into {@code target} at {@code to}.
   *
   * @throws IndexOutOfBoundsException if they are not all inside, here or there
   */
  public void copy(int offset, byte[] target, int to, int count) {
    Objects.checkFromIndexSize(offset, count, length);
    System.arraycopy(array, from + offset, target, to, count);
  }

  /** Copies all bytes into {@code target}, from {@code offset} on. */
  void copyTo(byte[] target, int offset) {
    System.arraycopy(array, from, target, offset, length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteList that
        && Arrays.equals(
            array, from, from + length, that.array, that.from, that.from + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /** The bytes in hexadecimal, shortened when there are more than sixteen. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Math.min(length, 16); i++) {
      text.append(i == 0 ? "" : " ").append(String.format("%02x", get(i)));
    }
    return text.append(length > 16 ? " ... " + length + " bytes]" : "]").toString();
  }
}
