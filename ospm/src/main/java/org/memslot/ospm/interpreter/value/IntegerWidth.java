package org.memslot.ospm.interpreter.value;

/**
 * How wide AML integers are: 32 bits when the DSDT's revision is below 2, else 64 (ACPI 6.5,
 * 19.3.5). The DSDT's revision decides for every table.
 */
public enum IntegerWidth {
  /** Integers of 32 bits. */
  BITS_32(4, 0xFFFF_FFFFL),
  /** Integers of 64 bits. */
  BITS_64(8, -1L);

  private final int bytes;
  private final long mask;

  IntegerWidth(int bytes, long mask) {
    this.bytes = bytes;
    this.mask = mask;
  }

  /** Returns the width that a DSDT of this revision gives all integers. */
  public static IntegerWidth ofRevision(int revision) {
    return revision < 2 ? BITS_32 : BITS_64;
  }

  /** Returns the width in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Returns the width in bits. */
  public int bits() {
    return bytes * Byte.SIZE;
  }

  /** Returns a value with all bits of an integer set: the value Ones has. */
  public long mask() {
    return mask;
  }
}
