package org.memslot.ospm.interpreter.execution;

import java.util.Arrays;

/**
 * Where a field's bits lie, in units of its access width (ACPI 6.5, 19.6.47).
 *
 * @param position the first bit, from the start of the region or buffer
 * @param length the number of bits
 * @param unitWidth the width of an access in bytes: 1, 2, 4 or 8
 * @param updateRule what a write does to the bits of a unit outside the field
 */
record FieldBits(long position, long length, int unitWidth, UpdateRule updateRule) {

  /** What becomes of the bits around a field that is written. */
  enum UpdateRule {
    PRESERVE,
    WRITE_AS_ONES,
    WRITE_AS_ZEROS
  }

  /** Returns the offset in bytes of the first unit that holds bits of the field. */
  long firstUnit() {
    return position / Byte.SIZE / unitWidth * unitWidth;
  }

  /** Returns the field's first bit within its first unit. */
  private int startBit() {
    return (int) (position - firstUnit() * Byte.SIZE);
  }

  private int unitBits() {
    return unitWidth * Byte.SIZE;
  }

  boolean isInOneUnit() {
    return startBit() + length <= unitBits();
  }

  /** Returns the number of bytes the field's bits fill. */
  int bytes() {
    return Math.toIntExact((length + Byte.SIZE - 1) / Byte.SIZE);
  }

  /** Returns the number of bytes of all units that hold bits of the field. */
  int rawBytes() {
    long units = (startBit() + length + unitBits() - 1) / unitBits();
    return Math.toIntExact(units * unitWidth);
  }

  /** Returns a unit with all bits set. */
  long allOnes() {
    return ones(unitBits());
  }

  private static long ones(long bits) {
    return bits >= Long.SIZE ? -1L : (1L << bits) - 1;
  }

  /** Returns the field's bits in its one unit. */
  long unitMask() {
    return ones(length) << startBit();
  }

  /** Takes the field's value out of its one unit. */
  long extract(long unit) {
    return unit >>> startBit() & ones(length);
  }

  /** Puts a value at the field's place in its one unit. */
  long insert(long value) {
    return (value & ones(length)) << startBit();
  }

  /** Returns as many set bits as the field has. */
  byte[] ones() {
    byte[] ones = new byte[bytes()];
    Arrays.fill(ones, (byte) 0xFF);
    trim(ones);
    return ones;
  }

  /** Takes the field's value out of the bytes of all its units. */
  byte[] unshift(byte[] raw) {
    byte[] value = new byte[bytes()];
    int skip = startBit() / Byte.SIZE;
    int shift = startBit() % Byte.SIZE;
    for (int i = 0; i < value.length; i++) {
      int low = Byte.toUnsignedInt(raw[skip + i]);
      int next = skip + i + 1;
      int high = next < raw.length ? Byte.toUnsignedInt(raw[next]) : 0;
      value[i] = (byte) ((high << Byte.SIZE | low) >>> shift);
    }
    trim(value);
    return value;
  }

  /** Puts a value of the field's size at its place in the bytes of all its units. */
  byte[] shift(byte[] value) {
    trim(value);
    byte[] raw = new byte[rawBytes()];
    int skip = startBit() / Byte.SIZE;
    int shift = startBit() % Byte.SIZE;
    for (int i = 0; i < value.length; i++) {
      int moved = Byte.toUnsignedInt(value[i]) << shift;
      raw[skip + i] |= (byte) moved;
      if (skip + i + 1 < raw.length) {
        raw[skip + i + 1] |= (byte) (moved >>> Byte.SIZE);
      }
    }
    return raw;
  }

  private void trim(byte[] value) {
    int used = (int) (length % Byte.SIZE);
    if (used != 0) {
      value[value.length - 1] &= (byte) ((1 << used) - 1);
    }
  }
}
