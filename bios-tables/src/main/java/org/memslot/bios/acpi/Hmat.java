package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.memslot.aml.ByteList;

/**
 * Heterogeneous Memory Attribute Table (ACPI 6.5, section 5.2.28): how fast which memory is from
 * where.
 *
 * @param revision 1 for ACPI 6.2, 2 from 6.3 on
 * @param origin who made it
 * @param entries in the order of the table
 */
public record Hmat(int revision, TableOrigin origin, List<HmatEntry> entries) implements AcpiTable {
  private static final int ENTRY_HEAD = 8;

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Hmat {
    Fits.u8("Revision", revision);
    entries = List.copyOf(entries);
  }

  @Override
  public String signature() {
    return "HMAT";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.reserved(4);
    entries.forEach(entry -> entry.write(out));
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Hmat decode(ByteList content) {
    TableHead head = TableHead.read("HMAT", content);
    TableReader in = head.body();
    in.skip("Reserved", 4);
    List<HmatEntry> entries = new ArrayList<>();
    while (in.hasMore()) {
      int type = in.u16("Structure Type");
      in.skip("Reserved", 2);
      long length = in.u32("Length");
      if (length < ENTRY_HEAD || length - ENTRY_HEAD > in.remaining()) {
        throw in.wrong(
            4, "Length %d of a structure, %d bytes are left".formatted(length, in.remaining()));
      }
      entries.add(entry(type, in.part("structure", (int) length - ENTRY_HEAD)));
    }
    return new Hmat(head.revision(), head.origin(), entries);
  }

  private static HmatEntry entry(int type, TableReader in) {
    return switch (type) {
      case 0 -> {
        int flags = in.u16("Flags");
        in.skip("Reserved", 2);
        yield new HmatEntry.ProximityDomainAttributes(
            flags,
            in.u32("Attached Initiator Proximity Domain"),
            in.u32("Memory Proximity Domain"));
      }
      case 1 -> latencyAndBandwidth(in);
      case 2 -> {
        long domain = in.u32("Memory Proximity Domain");
        in.skip("Reserved", 4);
        long size = in.u64("Memory Side Cache Size");
        long attributes = in.u32("Cache Attributes");
        in.skip("Reserved", 2);
        long handles = in.u16("SMBIOS Handle #");
        yield new HmatEntry.MemorySideCache(
            domain, size, attributes, list(in, handles, 2, () -> in.u16("SMBIOS Handle")));
      }
      default -> new HmatEntry.Other(type, in.rest());
    };
  }

  private static HmatEntry latencyAndBandwidth(TableReader in) {
    int flags = in.u8("Flags");
    int dataType = in.u8("Data Type");
    int transfer = in.u8("Minimum Transfer Size");
    in.skip("Reserved", 1);
    long initiators = in.u32("Initiator Proximity Domains #");
    long targets = in.u32("Target Proximity Domains #");
    in.skip("Reserved", 4);
    long unit = in.u64("Entry Base Unit");
    return new HmatEntry.LatencyAndBandwidth(
        flags,
        dataType,
        transfer,
        unit,
        list(in, initiators, 4, () -> in.u32("Initiator Proximity Domain")),
        list(in, targets, 4, () -> in.u32("Target Proximity Domain")),
        list(in, initiators * targets, 2, () -> in.u16("Entry")));
  }

  private static <T> List<T> list(TableReader in, long count, int width, Supplier<T> next) {
    if (count < 0 || count > in.remaining() / width) {
      throw in.wrong(0, "%d values of %d bytes counted".formatted(count, width));
    }
    List<T> values = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      values.add(next.get());
    }
    return values;
  }
}
