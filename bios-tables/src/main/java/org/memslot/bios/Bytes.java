package org.memslot.bios;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable byte string: the content of a fw_cfg item, of a table or of a table's part that has
 * no fields of its own. Equal when all bytes are equal.
 */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final int SHOWN = 32;

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of {@code content}. */
  public static Bytes of(byte... content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /** The bytes themselves, which nobody may change from now on. */
  static Bytes owned(byte[] content) {
    return content.length == 0 ? EMPTY : new Bytes(content);
  }

  /** The ASCII bytes of {@code text}, without a terminator. */
  public static Bytes ascii(String text) {
    return of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The number of bytes. */
  public int length() {
    return content.length;
  }

  /**
   * The byte at {@code index}, 0 to 255.
   *
   * @throws IndexOutOfBoundsException if {@code index} is not below {@link #length()}
   */
  public int at(int index) {
    Objects.checkIndex(index, content.length);
    return content[index] & 0xff;
  }

  /**
   * The {@code length} bytes from {@code offset} on.
   *
   * @throws IndexOutOfBoundsException if they are not all inside
   */
  public Bytes slice(int offset, int length) {
    Objects.checkFromIndexSize(offset, length, content.length);
    return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(content, offset, offset + length));
  }

  /** Copies {@code length} bytes from {@code from} on into {@code target} at {@code to}. */
  public void copy(int from, byte[] target, int to, int length) {
    System.arraycopy(content, from, target, to, length);
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** The bytes in hexadecimal; of long strings the first 32 and the length. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.ofDelimiter(" ");
    if (content.length <= SHOWN) {
      return hex.formatHex(content);
    }
    return hex.formatHex(content, 0, SHOWN) + " ... (" + content.length + " bytes)";
  }
}
