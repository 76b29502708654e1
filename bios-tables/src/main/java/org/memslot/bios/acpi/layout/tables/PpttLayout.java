package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Processor Properties Topology Table. */
public final class PpttLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "PPTT",
              "Processor Properties Topology Table",
              "ACPI 6.5, section 5.2.30",
              subtables(
                  head(u8("Subtable Type"), u8("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Processor Hierarchy Node",
                      reserved(2),
                      u32(
                          "Flags",
                          bit(0, "Physical package"),
                          bit(1, "ACPI Processor ID valid"),
                          bit(2, "Processor is a thread"),
                          bit(3, "Node is a leaf"),
                          bit(4, "Identical Implementation")),
                      u32("Parent"),
                      u32("ACPI Processor ID"),
                      u32("Private Resource Number"),
                      repeat(value("Private Resource Number"), u32("Private Resource"))),
                  subtable(
                      1,
                      "Cache Type",
                      reserved(2),
                      u32(
                          "Flags",
                          bit(0, "Size valid"),
                          bit(1, "Number of Sets valid"),
                          bit(2, "Associativity valid"),
                          bit(3, "Allocation Type valid"),
                          bit(4, "Cache Type valid"),
                          bit(5, "Write Policy valid"),
                          bit(6, "Line Size valid"),
                          bit(7, "Cache ID valid")),
                      u32("Next Level of Cache"),
                      u32("Size"),
                      u32("Number of Sets"),
                      u8("Associativity"),
                      u8(
                          "Attributes",
                          bits(
                              0,
                              2,
                              "Allocation Type",
                              value(0, "Read allocate"),
                              value(1, "Write allocate"),
                              values(2, 3, "Read and write allocate")),
                          bits(
                              2,
                              2,
                              "Cache Type",
                              value(0, "Data"),
                              value(1, "Instruction"),
                              values(2, 3, "Unified")),
                          bit(
                              4,
                              "Write Policy",
                              value(0, "Write back"),
                              value(1, "Write through"))),
                      u16("Line Size"),
                      ifPresent(u32("Cache ID"))),
                  subtable(
                      2,
                      "ID",
                      reserved(2),
                      u32("Vendor ID"),
                      u64("Level1 ID"),
                      u64("Level2 ID"),
                      u16("Major revision"),
                      u16("Minor revision"),
                      u16("Spin revision"))))
          .revisions(1, 2, 3);

  private PpttLayout() {}
}
