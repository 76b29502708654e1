package org.memslot.aml.memory;

/**
 * QEMU's memory-hotplug register block, in I/O ports. All registers but the selector are those of
 * the selected slot; several have one meaning when read and another when written.
 */
public final class MemoryHotplugRegisters {
  /** The first port. */
  public static final int PORT = 0x0a00;

  /** The number of ports. */
  public static final int LENGTH = 24;

  /**
   * Ours, of 4 bytes, not QEMU's: reads as the lowest slot from the selected one up that has {@link
   * #INSERTING} or {@link #REMOVING}, and as the number of slots when none has. With it a guest
   * finds the one slot of thousands that has changed without asking for each. Where there is no
   * such register the port reads as ones.
   */
  public static final int NEWS_PORT = 0xafb0;

  /** Read: the low 32 bits of the slot's address. */
  public static final int ADDRESS_LOW = 0x00;

  /** Read: the high 32 bits of the slot's address. */
  public static final int ADDRESS_HIGH = 0x04;

  /** Read: the low 32 bits of the slot's length. */
  public static final int LENGTH_LOW = 0x08;

  /** Read: the high 32 bits of the slot's length. */
  public static final int LENGTH_HIGH = 0x0c;

  /** Read: the slot's proximity domain. */
  public static final int PROXIMITY = 0x10;

  /**
   * Read: {@link #ENABLED}, {@link #INSERTING}, {@link #REMOVING}. Write: one of the last two, or
   * {@link #EJECT}.
   */
  public static final int FLAGS = 0x14;

  /** Write: selects a slot. */
  public static final int SELECTOR = 0x00;

  /** Write: the source of an _OST. */
  public static final int OST_EVENT = 0x04;

  /** Write: the status of an _OST, which completes it. */
  public static final int OST_STATUS = 0x08;

  /** The slot has memory. */
  public static final int ENABLED = 1;

  /** The guest has not seen yet that there is memory; written, it has. */
  public static final int INSERTING = 2;

  /** The guest has not seen yet that memory is asked back; written, it has. */
  public static final int REMOVING = 4;

  /** Written, ejects the memory. */
  public static final int EJECT = 8;

  /** The bit of the GPE0 status register by which the interface asks for attention. */
  public static final int GPE_BIT = 3;

  /** The method of that event in {@code \_GPE} (ACPI 6.5, 5.6.4.1): edge triggered. */
  static final String EVENT_METHOD = "_E%02X".formatted(GPE_BIT);

  /**
   * The most slots for which the devices have names of four characters. The selector has 32 bits;
   * QEMU itself refuses more than 256.
   */
  public static final int MAX_SLOTS = 4096;

  private MemoryHotplugRegisters() {}
}
