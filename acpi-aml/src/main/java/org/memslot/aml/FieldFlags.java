package org.memslot.aml;

/**
 * How the fields of a Field, IndexField or BankField are accessed (ACPI 6.5, 20.2.5.2: FieldFlags).
 *
 * @param access the access width
 * @param lock whether accesses hold the global lock
 * @param update what a write does to neighbouring bits
 */
public record FieldFlags(AccessType access, boolean lock, UpdateRule update) {
  private static final AccessType[] ACCESS = AccessType.values();
  private static final UpdateRule[] UPDATE = UpdateRule.values();

  /** The byte that stands for these flags. */
  public int toByte() {
    return access.code() | (lock ? 0x10 : 0) | (update.code() << 5);
  }

  /** Whether a byte stands for flags; others use values that the specification reserves. */
  static boolean isDefined(int value) {
    return (value & 0xf) < ACCESS.length
        && ((value >> 5) & 3) < UPDATE.length
        && (value & 0x80) == 0;
  }

  /**
   * The flags that a byte stands for.
   *
   * @throws InvalidTermException where it uses reserved values
   */
  public static FieldFlags of(int value) {
    if (!isDefined(value)) {
      throw new InvalidTermException(
          "FieldFlags",
          "0x" + Integer.toHexString(value),
          "AccessType up to 5, UpdateRule up to 2, bit 7 zero");
    }
    return new FieldFlags(ACCESS[value & 0xf], (value & 0x10) != 0, UPDATE[value >> 5]);
  }
}
