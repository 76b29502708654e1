package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * Windows ACPI Emulated Devices Table (Microsoft's specification of 2009): what emulated devices do
 * better than real ones.
 *
 * @param revision of the form
 * @param origin who made it
 * @param flags bit 0: the clock needs no acknowledge; bit 1: one read of the PM timer is enough
 */
public record Waet(int revision, TableOrigin origin, long flags) implements AcpiTable {
  /** One read of the power management timer is reliable. */
  public static final int PM_TIMER_GOOD = 2;

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Waet {
    Fits.u8("Revision", revision);
    Fits.u32("Flags", flags);
  }

  @Override
  public String signature() {
    return "WAET";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(flags);
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Waet decode(ByteList content) {
    TableHead head = TableHead.read("WAET", content);
    return new Waet(head.revision(), head.origin(), head.body().u32("Flags"));
  }
}
