package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * PCI Express memory-mapped configuration space table (PCI Firmware specification 3.3, section
 * 4.1.2).
 *
 * @param revision of the form
 * @param origin who made it
 * @param segments where each segment's configuration space is
 */
public record Mcfg(int revision, TableOrigin origin, List<Segment> segments) implements AcpiTable {
  /**
   * The configuration space of some buses.
   *
   * @param address guest-physical, of bus 0 even where it is not decoded
   * @param segment PCI segment group
   * @param firstBus decoded
   * @param lastBus decoded
   */
  public record Segment(long address, int segment, int firstBus, int lastBus) {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public Segment {
      Fits.u16("Segment Group Number", segment);
      Fits.u8("Start Bus Number", firstBus);
      Fits.u8("End Bus Number", lastBus);
    }
  }

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Mcfg {
    Fits.u8("Revision", revision);
    segments = List.copyOf(segments);
  }

  @Override
  public String signature() {
    return "MCFG";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.reserved(8);
    for (Segment segment : segments) {
      out.u64(segment.address());
      out.u16(segment.segment());
      out.u8(segment.firstBus());
      out.u8(segment.lastBus());
      out.reserved(4);
    }
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Mcfg decode(ByteList content) {
    TableHead head = TableHead.read("MCFG", content);
    TableReader in = head.body();
    in.skip("Reserved", 8);
    List<Segment> segments = new ArrayList<>();
    while (in.hasMore()) {
      segments.add(
          new Segment(
              in.u64("Base Address"),
              in.u16("Segment Group Number"),
              in.u8("Start Bus Number"),
              in.u8("End Bus Number")));
      in.skip("Reserved", 4);
    }
    return new Mcfg(head.revision(), head.origin(), segments);
  }
}
