package org.memslot.ospm.interpreter.value;

import java.util.Arrays;
import java.util.HexFormat;

/** A buffer: bytes that can change, of a length that cannot. */
public final class AmlBuffer implements AmlData {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final byte[] bytes;

  private AmlBuffer(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a buffer on these bytes, without a copy: each change of one is a change of both. */
  public static AmlBuffer wrap(byte[] bytes) {
    return new AmlBuffer(bytes);
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

  /** Returns the bytes themselves: each change of one is a change of both. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns a buffer with a copy of the bytes. */
  public AmlBuffer copy() {
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
