package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * High Precision Event Timer table (IA-PC HPET specification 1.0a, section 3.2.4).
 *
 * @param revision of the form
 * @param origin who made it
 * @param blockId of the hardware: vendor, timers, counter size
 * @param address of the registers
 * @param number of the block, 0 for the first
 * @param minimumTick clock ticks below which periodic interrupts may be lost
 * @param pageProtection and OEM attributes
 */
public record Hpet(
    int revision,
    TableOrigin origin,
    long blockId,
    GenericAddress address,
    int number,
    int minimumTick,
    int pageProtection)
    implements AcpiTable {
  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Hpet {
    Fits.u8("Revision", revision);
    Fits.u32("Hardware Block ID", blockId);
    Fits.u8("Sequence Number", number);
    Fits.u16("Minimum Clock Ticks", minimumTick);
    Fits.u8("Flags", pageProtection);
  }

  @Override
  public String signature() {
    return "HPET";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(blockId);
    address.write(out);
    out.u8(number);
    out.u16(minimumTick);
    out.u8(pageProtection);
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Hpet decode(ByteList content) {
    TableHead head = TableHead.read("HPET", content);
    TableReader in = head.body();
    return new Hpet(
        head.revision(),
        head.origin(),
        in.u32("Hardware Block ID"),
        GenericAddress.read(in, "Timer Block Register"),
        in.u8("Sequence Number"),
        in.u16("Minimum Clock Ticks"),
        in.u8("Flags"));
  }
}
