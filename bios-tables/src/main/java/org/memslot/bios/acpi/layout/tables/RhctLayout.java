package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** RISC-V Hart Capabilities Table. */
public final class RhctLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "RHCT",
              "RISC-V Hart Capabilities Table",
              "ACPI 6.6, RISC-V Hart Capabilities Table",
              u32("Flags", bit(0, "Timer cannot wake up CPU")),
              u64("Timer Base Frequency"),
              u32("Number of nodes"),
              u32("Offset to the node array"),
              at(
                  value("Offset to the node array"),
                  subtables(
                          head(u16("Subtable Type"), u16("Length"), u16("Revision")),
                          "Subtable Type",
                          subtable(
                              0,
                              "RISC-V ISA string structure",
                              u16("ISA string length"),
                              text("ISA string", value("ISA string length")),
                              rest("Optional Padding")),
                          subtable(
                              1,
                              "RISC-V CMO node structure",
                              reserved(1),
                              u8("CBOM Block Size"),
                              u8("CBOP Block Size"),
                              u8("CBOZ Block Size")),
                          subtable(
                              2,
                              "RISC-V MMU node structure",
                              reserved(1),
                              u8("MMU Type", value(0, "Sv39"), value(1, "Sv48"), value(2, "Sv57"))),
                          subtable(
                              0xffff,
                              "RISC-V Hart Info structure",
                              u16("Number of offsets"),
                              u32("Processor UID"),
                              repeat(value("Number of offsets"), u32("Nodes"))))
                      .counted(value("Number of nodes"))))
          .revisions(1);

  private RhctLayout() {}
}
