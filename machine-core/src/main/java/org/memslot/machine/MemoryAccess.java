package org.memslot.machine;

import java.lang.foreign.MemorySegment;

/**
 * The verbs of memory access, little-endian, at any alignment. Two families have them: the guest's
 * side ({@link AddressSpace}), which never throws, and the host's ({@link CheckedAccess}), which
 * reports what failed.
 */
public interface MemoryAccess {
  /**
   * Reads one byte.
   *
   * @param address unsigned
   * @return 0 to 0xff
   */
  int read8(long address);

  /**
   * Reads two bytes.
   *
   * @param address unsigned
   * @return 0 to 0xffff
   */
  int read16(long address);

  /**
   * Reads four bytes.
   *
   * @param address unsigned
   * @return the 32 bits, to be taken as unsigned
   */
  int read32(long address);

  /**
   * Reads eight bytes.
   *
   * @param address unsigned
   * @return the 64 bits
   */
  long read64(long address);

  /**
   * Writes one byte.
   *
   * @param address unsigned
   * @param value the low 8 bits are written
   */
  void write8(long address, int value);

  /**
   * Writes two bytes.
   *
   * @param address unsigned
   * @param value the low 16 bits are written
   */
  void write16(long address, int value);

  /**
   * Writes four bytes.
   *
   * @param address unsigned
   * @param value written
   */
  void write32(long address, int value);

  /**
   * Writes eight bytes.
   *
   * @param address unsigned
   * @param value written
   */
  void write64(long address, long value);

  /**
   * Reads 1, 2, 4 or 8 bytes.
   *
   * @param address unsigned
   * @param width bytes
   * @return the value, zero-extended
   */
  default long read(long address, int width) {
    return switch (width) {
      case 1 -> read8(address);
      case 2 -> read16(address);
      case 4 -> read32(address) & 0xffff_ffffL;
      case 8 -> read64(address);
      default ->
          throw new IllegalArgumentException("access width " + width + ": want 1, 2, 4 or 8");
    };
  }

  /**
   * Writes 1, 2, 4 or 8 bytes.
   *
   * @param address unsigned
   * @param width bytes
   * @param value the low bits are written
   */
  default void write(long address, int width, long value) {
    switch (width) {
      case 1 -> write8(address, (int) value);
      case 2 -> write16(address, (int) value);
      case 4 -> write32(address, (int) value);
      case 8 -> write64(address, value);
      default ->
          throw new IllegalArgumentException("access width " + width + ": want 1, 2, 4 or 8");
    }
  }

  /**
   * Copies bytes out of the space.
   *
   * @param address unsigned
   * @param target where to
   * @param offset index of the first byte in {@code target}
   * @param length bytes
   */
  void read(long address, byte[] target, int offset, int length);

  /**
   * Copies bytes into the space.
   *
   * @param address unsigned
   * @param source where from
   * @param offset index of the first byte in {@code source}
   * @param length bytes
   */
  void write(long address, byte[] source, int offset, int length);

  /**
   * Fills a segment with bytes of the space.
   *
   * @param address unsigned
   * @param target filled whole
   */
  void read(long address, MemorySegment target);

  /**
   * Copies a whole segment into the space.
   *
   * @param address unsigned
   * @param source copied whole
   */
  void write(long address, MemorySegment source);

  /**
   * Sets bytes.
   *
   * @param address unsigned
   * @param length bytes, unsigned
   * @param value each byte
   */
  void fill(long address, long length, byte value);

  /**
   * Compares bytes of the space with a segment.
   *
   * @param address unsigned
   * @param other compared whole
   * @return index of the first byte that differs, -1 when none does
   */
  long mismatch(long address, MemorySegment other);
}
