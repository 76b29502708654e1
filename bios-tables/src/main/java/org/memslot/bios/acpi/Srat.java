package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * System Resource Affinity Table (ACPI 6.5, section 5.2.16): which proximity domain processors and
 * memory belong to, and which ranges may be hot-plugged. A slot that is not populated is here, and
 * nowhere in e820.
 *
 * @param revision of the form; 1 has 8-bit domains
 * @param origin who made it
 * @param entries in the order of the table
 */
public record Srat(int revision, TableOrigin origin, List<SratEntry> entries) implements AcpiTable {
  /**
   * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
   */
  public Srat {
    Fits.u8("Revision", revision);
    entries = List.copyOf(entries);
  }

  @Override
  public String signature() {
    return "SRAT";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(1);
    out.reserved(8);
    entries.forEach(entry -> entry.write(out));
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Srat decode(ByteList content) {
    TableHead head = TableHead.read("SRAT", content);
    TableReader in = head.body();
    in.skip("Reserved", 12);
    List<SratEntry> entries = new ArrayList<>();
    while (in.hasMore()) {
      entries.add(entry(SubtableHead.read(in)));
    }
    return new Srat(head.revision(), head.origin(), entries);
  }

  private static SratEntry entry(SubtableHead entry) {
    TableReader in = entry.body();
    return switch (entry.type()) {
      case 0 -> processor(in);
      case 1 -> memory(in);
      case 2 -> {
        in.skip("Reserved", 2);
        yield new SratEntry.X2ApicAffinity(
            in.u32("Proximity Domain"), in.u32("Apic ID"), in.u32("Flags"), in.u32("Clock Domain"));
      }
      case 5 -> {
        in.skip("Reserved", 1);
        yield new SratEntry.GenericInitiatorAffinity(
            in.u8("Device Handle Type"),
            in.u32("Proximity Domain"),
            in.bytes("Device Handle", SratEntry.GenericInitiatorAffinity.HANDLE_SIZE),
            in.u32("Flags"));
      }
      default -> new SratEntry.Other(entry.type(), in.rest());
    };
  }

  private static SratEntry processor(TableReader in) {
    long domain = in.u8("Proximity Domain Low(8)");
    int apicId = in.u8("Apic ID");
    long flags = in.u32("Flags");
    int sapicEid = in.u8("Local Sapic EID");
    domain |= (long) in.u8("Proximity Domain High(24)") << 8;
    domain |= (long) in.u16("Proximity Domain High(24)") << 16;
    return new SratEntry.ProcessorAffinity(domain, apicId, flags, sapicEid, in.u32("Clock Domain"));
  }

  private static SratEntry memory(TableReader in) {
    long domain = in.u32("Proximity Domain");
    in.skip("Reserved", 2);
    long base = in.u64("Base Address");
    long length = in.u64("Address Length");
    in.skip("Reserved", 4);
    return new SratEntry.MemoryAffinity(domain, base, length, in.u32("Flags"));
  }

  /** Checks the numbers of processors and the memory; see {@link TableKind#checks}. */
  static void check(TableLint lint) {
    ProcessorNumbers.check(lint, 0, "Apic ID");
    ProcessorNumbers.check(lint, 2, "Apic ID");
    MemoryLint.check(lint.name(), lint.view()).forEach(lint::find);
  }
}
