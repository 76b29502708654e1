package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Heterogeneous Memory Attribute Table. */
public final class HmatLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "HMAT",
              "Heterogeneous Memory Attribute Table",
              "ACPI 6.5, section 5.2.28",
              reserved(4),
              subtables(
                  head(u16("Structure Type"), reserved(2), u32("Length")),
                  "Structure Type",
                  subtable(
                      0,
                      "Memory Proximity Domain Attributes",
                      u16("Flags", bit(0, "Attached Initiator Proximity Domain valid")),
                      reserved(2),
                      u32("Attached Initiator Proximity Domain"),
                      u32("Memory Proximity Domain"),
                      reserved(4),
                      reserved(8),
                      reserved(8)),
                  subtable(
                      1,
                      "System Locality Latency and Bandwidth Information",
                      u8(
                          "Flags",
                          bits(
                              0,
                              4,
                              "Memory Hierarchy",
                              value(0, "Memory"),
                              value(1, "First level memory side cache"),
                              value(2, "Second level memory side cache"),
                              value(3, "Third level memory side cache")),
                          bit(4, "Minimum transfer size to achieve values"),
                          bit(5, "Non-sequential transfers")),
                      u8(
                          "Data Type",
                          value(0, "Access latency"),
                          value(1, "Read latency"),
                          value(2, "Write latency"),
                          value(3, "Access bandwidth"),
                          value(4, "Read bandwidth"),
                          value(5, "Write bandwidth")),
                      u8("Minimum Transfer Size"),
                      reserved(1),
                      u32("Initiator Proximity Domains #"),
                      u32("Target Proximity Domains #"),
                      reserved(4),
                      u64("Entry Base Unit"),
                      repeat(
                          value("Initiator Proximity Domains #"),
                          u32("Initiator Proximity Domain")),
                      repeat(value("Target Proximity Domains #"), u32("Target Proximity Domain")),
                      repeat(
                          value("Initiator Proximity Domains #")
                              .times(value("Target Proximity Domains #")),
                          u16("Entry", value(0xffff, "Unreachable")))),
                  subtable(
                      2,
                      "Memory Side Cache Information",
                      u32("Memory Proximity Domain"),
                      reserved(4),
                      u64("Memory Side Cache Size"),
                      u32(
                          "Cache Attributes",
                          bits(0, 4, "Total Cache Levels"),
                          bits(4, 4, "Cache Level"),
                          bits(
                              8,
                              4,
                              "Cache Associativity",
                              value(0, "None"),
                              value(1, "Direct mapped"),
                              value(2, "Complex cache indexing")),
                          bits(
                              12,
                              4,
                              "Write Policy",
                              value(0, "None"),
                              value(1, "Write back"),
                              value(2, "Write through")),
                          bits(16, 16, "Cache Line Size")),
                      u16("Address Mode", value(0, "Reserved"), value(1, "Extended-linear")),
                      u16("SMBIOS Handle #"),
                      repeat(value("SMBIOS Handle #"), u16("SMBIOS Handle")))))
          .revisions(1, 2);

  private HmatLayout() {}
}
