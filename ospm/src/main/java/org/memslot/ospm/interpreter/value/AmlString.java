package org.memslot.ospm.interpreter.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** A string of bytes without its terminating null. Its bytes can change, its length cannot. */
public final class AmlString implements AmlData {
  private final byte[] bytes;

  private AmlString(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a string on these bytes, without a copy: each change of one is a change of both. */
  public static AmlString wrap(byte[] bytes) {
    return new AmlString(bytes);
  }

  /**
   * Returns a string of these characters.
   *
   * @throws IllegalArgumentException if a character does not fit in a byte
   */
  public static AmlString of(String text) {
    if (text.chars().anyMatch(c -> c > 0xFF)) {
      throw new IllegalArgumentException("not a string of bytes: " + text);
    }
    return new AmlString(text.getBytes(ISO_8859_1));
  }

  @Override
  public AmlObjectType type() {
    return AmlObjectType.STRING;
  }

  /** Returns the characters, one for each byte. */
  public String value() {
    return new String(bytes, ISO_8859_1);
  }

  /** Returns the number of characters. */
  public int length() {
    return bytes.length;
  }

  /** Returns the bytes themselves: each change of one is a change of both. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns a string with a copy of the bytes. */
  public AmlString copy() {
    return new AmlString(bytes.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AmlString string && Arrays.equals(bytes, string.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return '"' + value() + '"';
  }
}
