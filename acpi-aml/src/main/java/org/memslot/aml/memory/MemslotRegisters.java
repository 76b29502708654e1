package org.memslot.aml.memory;

/**
 * The registers of the 2012 memslot interface, in I/O ports, as they are at the end of that series
 * but for the bitmaps, which are where its first version has them. Bit n of a bitmap is bit n % 8
 * of its byte n / 8.
 */
public final class MemslotRegisters {
  /** The status bitmap, read-only: bit n is set while slot n is populated. */
  public static final int STATUS_PORT = 0xaf20;

  /** The eject bitmap: a one that is written ejects its slot; zeroes do nothing. */
  public static final int EJECT_PORT = 0xaf40;

  /** The length of each bitmap in bytes. */
  public static final int BITMAP_LENGTH = 32;

  /** Takes the index of a slot that the guest did not remove. */
  public static final int REMOVE_FAILED_PORT = 0xafa1;

  /** Takes the index of a slot that the guest added. */
  public static final int ADD_SUCCEEDED_PORT = 0xafa2;

  /** Takes the index of a slot that the guest could not add. */
  public static final int ADD_FAILED_PORT = 0xafa3;

  /**
   * Takes, as 32 bits, the _OST status code that the next report is about. An addition to the
   * series; without it the code of a report is {@link #UNSPECIFIED_FAILURE}.
   */
  public static final int STATUS_CODE_PORT = 0xafa8;

  /**
   * Reads, as 16 bits, as one more than the index of a slot that was asked for again before the
   * guest had answered, and as zero when there is none; a zero that is written takes the slot that
   * was read off. An addition to the series, whose bitmaps have no word for a request that is made
   * twice. Where there is no such register it reads as ones, which is no slot.
   */
  public static final int ASK_AGAIN_PORT = 0xafac;

  /**
   * Takes the index of a slot whose removal the guest has begun. An addition to the series; where
   * there is no such register the write vanishes.
   */
  public static final int REMOVE_STARTED_PORT = 0xafae;

  /** The _OST status code that stands for no particular failure (ACPI 6.5, table 6.58). */
  public static final int UNSPECIFIED_FAILURE = 1;

  /** The bit of the GPE0 status register by which the interface asks for attention. */
  public static final int GPE_BIT = 3;

  /** The method of that event in {@code \_GPE} (ACPI 6.5, 5.6.4.1): edge triggered. */
  static final String EVENT_METHOD = "_E%02X".formatted(GPE_BIT);

  /**
   * The most slots: the states of all are elements of one package, whose count is a byte. The
   * bitmaps would have room for one more.
   */
  public static final int MAX_SLOTS = 255;

  private MemslotRegisters() {}
}
