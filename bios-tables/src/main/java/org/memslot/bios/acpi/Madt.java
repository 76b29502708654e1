package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * Multiple APIC Description Table (ACPI 6.5, section 5.2.12): processors and interrupt controllers.
 *
 * @param revision of the form
 * @param origin who made it
 * @param localApicAddress of the local APICs' registers, 32 bits
 * @param flags bit 0: the machine also has two 8259s
 * @param entries in the order of the table; an operating system numbers processors by it
 */
public record Madt(
    int revision, TableOrigin origin, long localApicAddress, long flags, List<MadtEntry> entries)
    implements AcpiTable {
  /** The flag of a machine that also has two 8259 interrupt controllers. */
  public static final int PC_AT_COMPATIBLE = 1;

  /** Where a PC's local APICs are. */
  public static final long LOCAL_APIC_ADDRESS = 0xfee0_0000L;

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
   */
  public Madt {
    Fits.u8("Revision", revision);
    Fits.u32("Local Apic Address", localApicAddress);
    Fits.u32("Flags", flags);
    entries = List.copyOf(entries);
  }

  @Override
  public String signature() {
    return "APIC";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(localApicAddress);
    out.u32(flags);
    entries.forEach(entry -> entry.write(out));
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Madt decode(ByteList content) {
    TableHead head = TableHead.read("APIC", content);
    TableReader in = head.body();
    long address = in.u32("Local Apic Address");
    long flags = in.u32("Flags");
    List<MadtEntry> entries = new ArrayList<>();
    while (in.hasMore()) {
      entries.add(entry(SubtableHead.read(in)));
    }
    return new Madt(head.revision(), head.origin(), address, flags, entries);
  }

  private static MadtEntry entry(SubtableHead entry) {
    TableReader in = entry.body();
    return switch (entry.type()) {
      case 0 ->
          new MadtEntry.LocalApic(in.u8("Processor ID"), in.u8("Local Apic ID"), in.u32("Flags"));
      case 1 -> {
        int id = in.u8("I/O Apic ID");
        in.skip("Reserved", 1);
        yield new MadtEntry.IoApic(id, in.u32("Address"), in.u32("Interrupt"));
      }
      case 2 ->
          new MadtEntry.InterruptSourceOverride(
              in.u8("Bus"), in.u8("Source"), in.u32("Interrupt"), in.u16("Flags"));
      case 3 -> new MadtEntry.NmiSource(in.u16("Flags"), in.u32("Interrupt"));
      case 4 ->
          new MadtEntry.LocalApicNmi(
              in.u8("Processor ID"), in.u16("Flags"), in.u8("Interrupt Input LINT"));
      case 5 -> {
        in.skip("Reserved", 2);
        yield new MadtEntry.LocalApicAddressOverride(in.u64("APIC Address"));
      }
      case 9 -> {
        in.skip("Reserved", 2);
        yield new MadtEntry.LocalX2Apic(
            in.u32("Processor x2Apic ID"), in.u32("Flags"), in.u32("Processor UID"));
      }
      case 10 ->
          new MadtEntry.LocalX2ApicNmi(
              in.u16("Flags"), in.u32("Processor UID"), in.u8("Interrupt Input LINT"));
      default -> new MadtEntry.Other(entry.type(), in.rest());
    };
  }

  /** Checks the numbers of processors; see {@link TableKind#checks}. */
  static void check(TableLint lint) {
    ProcessorNumbers.check(lint, 0, "Local Apic ID");
    ProcessorNumbers.check(lint, 9, "Processor x2Apic ID");
  }
}
