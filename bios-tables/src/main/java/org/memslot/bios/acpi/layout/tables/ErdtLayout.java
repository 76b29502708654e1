package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** Enhanced Resource Director Technology table. */
public final class ErdtLayout {
  private static final Item[] REGISTER_INDEX = {
    reserved(4), u32("Flags"), u8("Register Index Function"), reserved(11)
  };

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "ERDT",
              "Enhanced Resource Director Technology table",
              "Intel Resource Director Technology Architecture Specification 1.1, ERDT",
              u32("Maximum supported CLOSID"),
              reserved(24),
              subtables(
                  head(u16("Type"), u16("Length")),
                  "Type",
                  subtable(
                      0,
                      "Resource Management Domain Description (RMDD)",
                      u16("Flags", bit(0, "L3 Domain"), bit(1, "I/O L3 Domain")),
                      u16("I/O L3 Slices"),
                      u8("I/O L3 Sets"),
                      u8("I/O L3 Ways"),
                      reserved(8),
                      u16("Domain ID"),
                      u32("Maximum supported RMID"),
                      u64("Control Register Base Address"),
                      u16("Control Register Base Size"),
                      subtables(head(u16("Type"), u16("Length")), "Type", domainStructures()))))
          .revisions(1);

  private static Subtable[] domainStructures() {
    return new Subtable[] {
      subtable(
          1,
          "CPU Agent Collection Description (CACD)",
          reserved(2),
          u16("Domain ID"),
          toEnd(u32("X2ApicID"))),
      subtable(
          2,
          "Device Agent Collection Description (DACD)",
          reserved(2),
          u16("Domain ID"),
          structures(
              "Device Agent Scope",
              head(u8("PCIType"), u8("Length")),
              value("Length"),
              u16("Segment"),
              reserved(1),
              u8("StartBus"),
              toEnd(u8("Path")))),
      subtable(
          3,
          "Cache Monitoring Registers for CPU Agents (CMRC)",
          join(
              REGISTER_INDEX,
              u64("CMT Register Base Address"),
              u32("CMT Register Size"),
              u16("Clump Size"),
              u16("Clump Stride"),
              u64("Upscale factor"))),
      subtable(
          4,
          "Memory-bandwidth Monitoring Registers for CPU Agents (MMRC)",
          join(
              REGISTER_INDEX,
              u64("MBM Register Base Address"),
              u32("MBM Register Size"),
              u8("MBM Counter Width"),
              u64("Upscale factor"),
              bytes("Reserved", 7),
              u32("Corr Factor List Length"),
              toEnd(u32("CorrFactor")))),
      subtable(
          5,
          "Memory-bandwidth Allocation Registers for CPU Agents (MARC)",
          reserved(2),
          u16("Flags"),
          u8("Register Index Function"),
          bytes("Reserved", 7),
          u64("MBA Register Opt Base Address"),
          u64("MBA Register Min Base Address"),
          u64("MBA Register Max Base Address"),
          u32("MBA Register Size"),
          u32("MBA Control Range")),
      subtable(6, "Cache Allocation Registers for CPU Agents (CARC)"),
      subtable(
          7,
          "Cache Monitoring Registers for Device Agents (CMRD)",
          join(
              REGISTER_INDEX,
              u64("CMRD Register Base Address"),
              u32("CMRD Register Size"),
              u16("Register Offset"),
              u16("Clump Size"),
              u64("Upscale factor"))),
      subtable(
          8,
          "I/O Bandwidth Monitoring Registers for Device Agents (IBRD)",
          join(
              REGISTER_INDEX,
              u64("IBRD Register Base Address"),
              u32("IBRD Register Size"),
              u16("TotalBw Offset"),
              u16("IO Miss Offset"),
              u16("TotalBw Clump"),
              u16("IO Miss Clump"),
              bytes("Reserved", 7),
              u8("Counter Width"),
              u64("Upscale factor"),
              u32("Corr Factor List Length"),
              toEnd(u32("CorrFactor")))),
      subtable(9, "I/O Bandwidth Allocation Registers for Device Agents (IBAD)"),
      subtable(
          10,
          "Cache Allocation Registers for Device Agents (CARD)",
          reserved(4),
          u32("Flags"),
          u32("ContentionMask"),
          u8("Register Index Function"),
          bytes("Reserved", 7),
          u64("CARD Register Base Address"),
          u32("CARD Register Size"),
          u16("CARD Register Offset"),
          u16("CARD Register Block Size"))
    };
  }

  private ErdtLayout() {}
}
