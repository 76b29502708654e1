package org.memslot.aml;

/**
 * The address space of an operation region (ACPI 6.5, 20.2.5.2 and 5.5.2.4).
 *
 * @param value the byte that stands for it; 0x80 to 0xff belong to OEMs
 */
public record RegionSpace(int value) {
  /** Memory, guest-physical. */
  public static final RegionSpace SYSTEM_MEMORY = new RegionSpace(0);

  /** I/O ports. */
  public static final RegionSpace SYSTEM_IO = new RegionSpace(1);

  /** PCI configuration space. */
  public static final RegionSpace PCI_CONFIG = new RegionSpace(2);

  /** The embedded controller. */
  public static final RegionSpace EMBEDDED_CONTROL = new RegionSpace(3);

  /** SMBus. */
  public static final RegionSpace SMBUS = new RegionSpace(4);

  /** CMOS. */
  public static final RegionSpace SYSTEM_CMOS = new RegionSpace(5);

  /** A PCI base address register. */
  public static final RegionSpace PCI_BAR_TARGET = new RegionSpace(6);

  /** IPMI. */
  public static final RegionSpace IPMI = new RegionSpace(7);

  /** General-purpose I/O. */
  public static final RegionSpace GENERAL_PURPOSE_IO = new RegionSpace(8);

  /** A serial bus. */
  public static final RegionSpace GENERIC_SERIAL_BUS = new RegionSpace(9);

  /** Platform communications channel. */
  public static final RegionSpace PCC = new RegionSpace(10);

  /** Platform runtime mechanism, new in ACPI 6.5. */
  public static final RegionSpace PLATFORM_RT_MECHANISM = new RegionSpace(11);

  /** Functional fixed hardware. */
  public static final RegionSpace FUNCTIONAL_FIXED_HW = new RegionSpace(0x7f);

  /** Refuses what is no byte. */
  public RegionSpace {
    InvalidTermException.requireByte("RegionSpace", value);
  }
}
