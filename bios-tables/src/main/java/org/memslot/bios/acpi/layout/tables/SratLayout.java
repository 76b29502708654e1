package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Flag;
import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.TableLayout;

/** System Resource Affinity Table. */
public final class SratLayout {
  private static final Flag ENABLED = bit(0, "Enabled");

  private static final Item[] GENERIC_AFFINITY = {
    reserved(1),
    u8("Device Handle Type", value(0, "ACPI"), value(1, "PCI")),
    u32("Proximity Domain"),
    bytes("Device Handle", 16),
    u32("Flags", ENABLED, bit(1, "Architectural Transactions")),
    reserved(4)
  };

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SRAT",
              "System Resource Affinity Table",
              "ACPI 6.5, section 5.2.16",
              u32("Table Revision"),
              reserved(8),
              subtables(
                  head(u8("Subtable Type"), u8("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Processor Local APIC/SAPIC Affinity",
                      u8("Proximity Domain Low(8)"),
                      u8("Apic ID"),
                      u32("Flags", ENABLED),
                      u8("Local Sapic EID"),
                      u24("Proximity Domain High(24)"),
                      u32("Clock Domain")),
                  subtable(
                      1,
                      "Memory Affinity",
                      u32("Proximity Domain"),
                      reserved(2),
                      u64("Base Address"),
                      u64("Address Length"),
                      reserved(4),
                      u32("Flags", ENABLED, bit(1, "Hot Pluggable"), bit(2, "Non-Volatile")),
                      reserved(8)),
                  subtable(
                      2,
                      "Processor Local x2APIC Affinity",
                      reserved(2),
                      u32("Proximity Domain"),
                      u32("Apic ID"),
                      u32("Flags", ENABLED),
                      u32("Clock Domain"),
                      reserved(4)),
                  subtable(
                      3,
                      "GICC Affinity",
                      u32("Proximity Domain"),
                      u32("Acpi Processor UID"),
                      u32("Flags", ENABLED),
                      u32("Clock Domain")),
                  subtable(
                      4, "GIC ITS Affinity", u32("Proximity Domain"), reserved(2), u32("ITS ID")),
                  subtable(5, "Generic Initiator Affinity", GENERIC_AFFINITY),
                  subtable(6, "Generic Port Affinity", GENERIC_AFFINITY),
                  subtable(
                      7,
                      "RINTC Affinity",
                      reserved(2),
                      u32("Proximity Domain"),
                      u32("Acpi Processor UID"),
                      u32("Flags", ENABLED),
                      u32("Clock Domain"))))
          .revisions(1, 2, 3);

  private SratLayout() {}
}
