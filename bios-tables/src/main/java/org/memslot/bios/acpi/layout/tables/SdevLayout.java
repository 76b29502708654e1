package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.TableLayout;

/** Secure Devices Table. */
public final class SdevLayout {
  private static final Item COMPONENTS =
      subtables(
          head(u8("Secure Component Type"), u8("Component Flags"), u16("Component Length")),
          "Secure Component Type",
          value("Component Length"),
          subtable(
              0,
              "Identification Component",
              u16("Hardware ID Offset"),
              u16("Hardware ID Length"),
              u16("Subsystem ID Offset"),
              u16("Subsystem ID Length"),
              u16("Hardware Revision"),
              u8("Hardware Rev Present"),
              u8("Class Code Present"),
              u8("PCI Base Class"),
              u8("PCI SubClass"),
              u8("PCI Programming Xface"),
              at(
                  value("Hardware ID Offset"),
                  value("Hardware ID Length"),
                  text("Hardware ID", value("Hardware ID Length"))),
              at(
                  value("Subsystem ID Offset"),
                  value("Subsystem ID Length"),
                  text("Subsystem ID", value("Subsystem ID Length")))),
          subtable(
              1,
              "Memory-based Component",
              reserved(4),
              u64("Memory Base Address"),
              u64("Memory Length")));

  private static final Item VENDOR_DATA =
      at(
          value("Vendor Data Offset"),
          value("Vendor Data Length"),
          bytes("Vendor Data", value("Vendor Data Length")));

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SDEV",
              "Secure Devices Table",
              "ACPI 6.5, section 5.2.27",
              subtables(
                  head(
                      u8("Subtable Type"),
                      u8(
                          "Flags",
                          bit(0, "Allow handoff to unsecure OS"),
                          bit(1, "Secure access components present")),
                      u16("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Namespace Device",
                      u16("Device ID Offset"),
                      u16("Device ID Length"),
                      u16("Vendor Data Offset"),
                      u16("Vendor Data Length"),
                      when(
                          value("Flags").hasBit(1),
                          u16("Secure Access Components Offset"),
                          u16("Secure Access Components Length"),
                          at(
                              value("Secure Access Components Offset"),
                              value("Secure Access Components Length"),
                              COMPONENTS)),
                      at(
                          value("Device ID Offset"),
                          value("Device ID Length"),
                          string("Namepath", value("Device ID Length"))),
                      VENDOR_DATA),
                  subtable(
                      1,
                      "PCIe Endpoint Device",
                      u16("Segment"),
                      u16("Start Bus"),
                      u16("Path Offset"),
                      u16("Path Length"),
                      u16("Vendor Data Offset"),
                      u16("Vendor Data Length"),
                      at(
                          value("Path Offset"),
                          value("Path Length"),
                          repeat(value("Path Length").dividedBy(2), u8("Device"), u8("Function"))),
                      VENDOR_DATA)))
          .revisions(1);

  private SdevLayout() {}
}
