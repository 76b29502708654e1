package org.memslot.cli.inspect;

import java.nio.charset.StandardCharsets;

/**
 * The header block of a tar member (POSIX.1-2017, pax, "ustar Interchange Format"), with GNU's
 * sizes in base 256.
 *
 * @param name the path
 * @param size how many bytes follow, from 0; -1 where the field is no number
 * @param type the type flag
 */
record TarHeader(String name, long size, char type) {
  /** Bytes of a block. */
  static final int SIZE = 512;

  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int SUM_OFFSET = 148;
  private static final int SUM_LENGTH = 8;
  private static final int TYPE_OFFSET = 156;
  private static final int MAGIC_OFFSET = 257;
  private static final int PREFIX_OFFSET = 345;
  private static final int PREFIX_LENGTH = 155;

  /** True when this is a block whose checksum is the one of a header. */
  static boolean isHeader(byte[] block) {
    if (block.length < SIZE || block[0] == 0) {
      return false;
    }
    int unsigned = 0;
    int signed = 0;
    for (int i = 0; i < SIZE; i++) {
      boolean ofSum = i >= SUM_OFFSET && i < SUM_OFFSET + SUM_LENGTH;
      unsigned += ofSum ? ' ' : block[i] & 0xff;
      signed += ofSum ? ' ' : block[i];
    }
    long sum = number(block, SUM_OFFSET, SUM_LENGTH);
    // Some old programs added signed bytes.
    return sum == unsigned || sum == signed;
  }

  /** Reads a block that {@link #isHeader} knows. */
  static TarHeader of(byte[] block) {
    String name = text(block, 0, NAME_LENGTH);
    boolean posix = block[MAGIC_OFFSET + 5] == 0 && text(block, MAGIC_OFFSET, 5).equals("ustar");
    String prefix = posix ? text(block, PREFIX_OFFSET, PREFIX_LENGTH) : "";
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        number(block, SIZE_OFFSET, SIZE_LENGTH),
        (char) block[TYPE_OFFSET]);
  }

  private static String text(byte[] block, int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return new String(block, offset, end - offset, StandardCharsets.UTF_8);
  }

  /** A number in octal digits, or in base 256 where the highest bit is set; -1 where it is none. */
  private static long number(byte[] block, int offset, int length) {
    if ((block[offset] & 0x80) != 0) {
      return base256(block, offset, length);
    }
    long value = 0;
    int digits = 0;
    for (int i = offset; i < offset + length; i++) {
      byte b = block[i];
      if (b >= '0' && b <= '7') {
        value = value << 3 | b - '0';
        digits++;
      } else if (digits > 0 || b != ' ') {
        // A blank or NUL ends the number.
        return digits > 0 && (b == ' ' || b == 0) ? value : -1;
      }
    }
    return digits == 0 ? -1 : value;
  }

  private static long base256(byte[] block, int offset, int length) {
    long value = block[offset] & 0x3f;
    for (int i = offset + 1; i < offset + length; i++) {
      if (value >>> 48 != 0) {
        return -1;
      }
      value = value << 8 | (block[i] & 0xff);
    }
    return block[offset] == (byte) 0x80 ? value : -1;
  }
}
