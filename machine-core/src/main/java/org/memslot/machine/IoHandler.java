package org.memslot.machine;

/**
 * What a device does when its registers are read and written. Called by whichever thread made the
 * access, possibly by several at once. Values are little-endian and zero-extended.
 */
public interface IoHandler {
  /**
   * Reads a register.
   *
   * @param offset bytes from the beginning of the region, unsigned, a multiple of the width
   * @param width bytes: 1, 2, 4 or 8, one of the region's handled widths
   * @return the value; bits above the width are ignored
   */
  long read(long offset, int width);

  /**
   * Writes a register.
   *
   * @param offset bytes from the beginning of the region, unsigned, a multiple of the width
   * @param width bytes: 1, 2, 4 or 8, one of the region's handled widths
   * @param value the value, zero-extended
   */
  void write(long offset, int width, long value);
}
