package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.TableLayout;

/** RISC-V I/O Mapping Table. */
public final class RimtLayout {
  private static final Item MAPPINGS =
      at(
          value("ID mapping array offset"),
          repeat(
              "ID Mapping",
              value("Number of ID mappings"),
              u32("Source ID Base"),
              u32("Number of IDs"),
              u32("Destination Device ID Base"),
              u32("Destination IOMMU Offset"),
              u32("Flags", bit(0, "ATS required"), bit(1, "PRI required"))));

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "RIMT",
              "RISC-V I/O Mapping Table",
              "RISC-V, ACPI RIMT Specification 1.0, section 2",
              u32("Number of RIMT Nodes"),
              u32("Offset to RIMT Node Array"),
              reserved(4),
              at(
                  value("Offset to RIMT Node Array"),
                  subtables(
                          head(u8("Type"), u8("Revision"), u16("Length"), reserved(2), u16("ID")),
                          "Type",
                          subtable(
                              0,
                              "IOMMU",
                              text("Hardware ID", 8),
                              u64("Base Address"),
                              u32("Flags", bit(0, "PCIe device"), bit(1, "Proximity domain valid")),
                              u32("Proximity Domain"),
                              u16("PCIe Segment number"),
                              u16("PCIe B/D/F"),
                              u16("Number of interrupt wires"),
                              u16("Interrupt wire array offset"),
                              at(
                                  value("Interrupt wire array offset"),
                                  repeat(
                                      "Interrupt Wire",
                                      value("Number of interrupt wires"),
                                      u32("Interrupt Number"),
                                      u32(
                                          "Flags",
                                          bit(
                                              0,
                                              "Interrupt Mode",
                                              value(0, "Edge"),
                                              value(1, "Level")),
                                          bit(
                                              1,
                                              "Polarity",
                                              value(0, "Active low"),
                                              value(1, "Active high")))))),
                          subtable(
                              1,
                              "PCIe Root Complex",
                              u32("Flags", bit(0, "ATS supported"), bit(1, "PRI supported")),
                              reserved(2),
                              u16("PCIe Segment number"),
                              u16("ID mapping array offset"),
                              u16("Number of ID mappings"),
                              MAPPINGS),
                          subtable(
                              2,
                              "Platform Device",
                              u16("ID mapping array offset"),
                              u16("Number of ID mappings"),
                              string("Device Object Name"),
                              MAPPINGS))
                      .counted(value("Number of RIMT Nodes"))))
          .revisions(1);

  private RimtLayout() {}
}
