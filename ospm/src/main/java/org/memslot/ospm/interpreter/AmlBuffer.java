package org.memslot.ospm.interpreter;

import java.util.Arrays;
import java.util.HexFormat;

/** A buffer: bytes that can change, of a length that cannot. */
public final class AmlBuffer implements AmlData {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final byte[] bytes;

  /** Takes the array as it is: the caller gives it away. */
  AmlBuffer(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a buffer with a copy of these bytes. */
  public static AmlBuffer of(byte... bytes) {
    return new AmlBuffer(bytes.clone());
  }

  @Override
  public AmlObjectType type() {
    return AmlObjectType.BUFFER;
  }

  /** Returns a copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** Returns the number of bytes. */
  public int length() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes;
  }

  AmlBuffer copy() {
    return new AmlBuffer(bytes.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AmlBuffer buffer && Arrays.equals(bytes, buffer.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Buffer{" + HEX.formatHex(bytes) + '}';
  }
}
