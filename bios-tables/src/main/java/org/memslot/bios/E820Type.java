package org.memslot.bios;

/**
 * The type of an e820 entry (ACPI 6.5, table 15.4). Codes that the specification does not name are
 * legal: an operating system treats them as reserved.
 *
 * @param code the 32-bit type code
 */
public record E820Type(int code) {
  /** AddressRangeMemory: RAM for the operating system. */
  public static final E820Type RAM = new E820Type(1);

  /** AddressRangeReserved: in use by the system, not for the operating system. */
  public static final E820Type RESERVED = new E820Type(2);

  /** AddressRangeACPI: RAM that holds ACPI tables and may be reclaimed once they are read. */
  public static final E820Type ACPI = new E820Type(3);

  /** AddressRangeNVS: ACPI non-volatile storage, kept as it is across sleep. */
  public static final E820Type NVS = new E820Type(4);

  /** AddressRangeUnusable: RAM with errors. */
  public static final E820Type UNUSABLE = new E820Type(5);

  /** AddressRangePersistentMemory. */
  public static final E820Type PERSISTENT = new E820Type(7);

  /** The name as {@code info e820} prints it; an unnamed code as {@code type N}. */
  @Override
  public String toString() {
    return switch (code) {
      case 1 -> "RAM";
      case 2 -> "reserved";
      case 3 -> "ACPI data";
      case 4 -> "ACPI NVS";
      case 5 -> "unusable";
      case 7 -> "persistent";
      default -> "type " + Integer.toUnsignedString(code);
    };
  }
}
