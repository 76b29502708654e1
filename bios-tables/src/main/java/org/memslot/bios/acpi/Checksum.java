package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/** The byte that makes all bytes of a structure sum to zero, modulo 256. */
public final class Checksum {
  private Checksum() {}

  /** The sum of {@code length} bytes from {@code offset}, modulo 256: 0 where it is right. */
  public static int sum(ByteList content, int offset, int length) {
    int sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += content.get(i);
    }
    return sum & 0xff;
  }

  /** Sets the byte at {@code at} so that {@code length} bytes from {@code offset} sum to zero. */
  static void set(byte[] content, int at, int offset, int length) {
    content[at] = 0;
    int sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += content[i];
    }
    content[at] = (byte) -sum;
  }
}
