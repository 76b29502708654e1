package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** DMA Remapping table. */
public final class DmarLayout {
  private static final Item SCOPES =
      subtables(
          head(
              u8("Device Scope Type"),
              u8("Entry Length"),
              u8(
                  "Flags",
                  bit(0, "REQ_WO_PASID_NESTED_NOTALLOWED"),
                  bit(1, "REQ_WO_PASID_PWSNP_NOTALLOWED"),
                  bit(2, "REQ_WO_PASID_PGSNP_NOTALLOWED"),
                  bit(3, "ATC_HARDENED"),
                  bit(4, "ATC_REQUIRED")),
              reserved(1),
              u8("Enumeration ID"),
              u8("PCI Bus Number")),
          "Device Scope Type",
          value("Entry Length"),
          scope(1, "PCI Endpoint Device"),
          scope(2, "PCI Bridge Device"),
          scope(3, "IOAPIC Device"),
          scope(4, "Message-capable HPET Device"),
          scope(5, "Namespace Device"));

  private static Subtable scope(int type, String title) {
    return subtable(type, title, toEnd(bytes("PCI Path", 2)));
  }

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "DMAR",
          "DMA Remapping table",
          "Intel VT-d 4.1, section 8.1",
          u8("Host Address Width"),
          u8(
              "Flags",
              bit(0, "INTR_REMAP"),
              bit(1, "X2APIC_OPT_OUT"),
              bit(2, "DMA_CTRL_PLATFORM_OPT_IN_FLAG")),
          reserved(10),
          subtables(
              head(u16("Subtable Type"), u16("Length")),
              "Subtable Type",
              subtable(
                  0,
                  "Hardware Unit Definition",
                  u8("Flags", bit(0, "INCLUDE_PCI_ALL")),
                  u8("Size", bits(0, 4, "Size (pages, log2)")),
                  u16("PCI Segment Number"),
                  u64("Register Base Address"),
                  SCOPES),
              subtable(
                  1,
                  "Reserved Memory Region",
                  reserved(2),
                  u16("PCI Segment Number"),
                  u64("Base Address"),
                  u64("End Address (limit)"),
                  SCOPES),
              subtable(
                  2,
                  "Root Port ATS Capability",
                  u8("Flags", bit(0, "ALL_PORTS")),
                  reserved(1),
                  u16("PCI Segment Number"),
                  SCOPES),
              subtable(
                  3,
                  "Remapping Hardware Static Affinity",
                  reserved(4),
                  u64("Base Address"),
                  u32("Proximity Domain")),
              subtable(
                  4,
                  "ACPI Namespace Device Declaration",
                  reserved(3),
                  u8("Device Number"),
                  string("Device Name"),
                  rest("Padding")),
              subtable(
                  5,
                  "SoC Integrated Address Translation Cache",
                  u8("Flags", bit(0, "ATC_REQUIRED")),
                  reserved(1),
                  u16("PCI Segment Number"),
                  SCOPES),
              subtable(
                  6,
                  "SoC Integrated Device Property",
                  reserved(2),
                  u16("PCI Segment Number"),
                  SCOPES)));

  private DmarLayout() {}
}
