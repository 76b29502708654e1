package org.memslot.aml;

import java.util.Arrays;

/**
 * An immutable sequence of bytes: the grammar's ByteList (ACPI 6.5, 20.2.3).
 *
 * <p>The decoder's lists are windows of one copy of the table, so that they cost the same whatever
 * their length.
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
    java.util.Objects.checkIndex(index, length);
    return array[from + index] & 0xff;
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, from + length);
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
