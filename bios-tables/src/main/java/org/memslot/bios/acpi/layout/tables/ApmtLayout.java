package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Arm Performance Monitoring Unit table. */
public final class ApmtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "APMT",
              "Arm Performance Monitoring Unit table",
              "Arm DEN0117, section 2",
              structures(
                  "APMT Node",
                  head(u16("Length of APMT Node")),
                  value("Length of APMT Node"),
                  u8(
                      "Node Flags",
                      bit(0, "Dual Page Extension"),
                      bit(1, "Processor Affinity Type"),
                      bit(2, "64-bit Atomic Support")),
                  u8(
                      "Node Type",
                      value(0, "Memory controller"),
                      value(1, "SMMU"),
                      value(2, "PCIe root complex"),
                      value(3, "ACPI device"),
                      value(4, "CPU cache")),
                  u32("Unique Node Identifier"),
                  u64("Primary Node Instance"),
                  u32("Secondary Node Instance"),
                  u64("Page 0 Base Address"),
                  u64("Page 1 Base Address"),
                  u32("Overflow Interrupt ID"),
                  reserved(4),
                  u32(
                      "Overflow Interrupt Flags",
                      bit(0, "Interrupt Mode", value(0, "Level"), value(1, "Edge")),
                      bits(1, 2, "Interrupt Type", value(0, "Wired"))),
                  u32("Processor Affinity"),
                  u32("Implementation ID")))
          .revisions(0, 1);

  private ApmtLayout() {}
}
