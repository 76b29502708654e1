package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Alert Standard Format table. */
public final class AsfLayout {
  private static final int TYPE_BITS = 7;

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "ASF!",
              "Alert Standard Format table",
              "DMTF DSP0136, Alert Standard Format 2.0, section 4.1",
              subtables(
                  head(
                      u8(
                          "Subtable Type",
                          bits(0, TYPE_BITS, "Type"),
                          bit(TYPE_BITS, "Last record")),
                      reserved(1),
                      u16("Length")),
                  value("Subtable Type").bits(0, TYPE_BITS),
                  value("Length"),
                  subtable(
                      0,
                      "ASF Information",
                      u8("Minimum Reset Value"),
                      u8("Minimum Polling Interval"),
                      u16("System ID"),
                      u32("Manufacturer ID"),
                      u8("Flags", bit(0, "SMBus protocols")),
                      reserved(3)),
                  subtable(
                      1,
                      "ASF Alerts",
                      u8("AssertMask"),
                      u8("DeassertMask"),
                      u8("Alert Count"),
                      u8("Alert Data Length"),
                      repeat(
                          "Alert",
                          value("Alert Count"),
                          u8("Address"),
                          u8("Command"),
                          u8("Mask"),
                          u8("Value"),
                          u8("SensorType"),
                          u8("Type"),
                          u8("Offset"),
                          u8("SourceType"),
                          u8("Severity"),
                          u8("SensorNumber"),
                          u8("Entity"),
                          u8("Instance"))),
                  subtable(
                      2,
                      "ASF Remote Control",
                      u8("Control Count"),
                      u8("Control Data Length"),
                      reserved(2),
                      repeat(
                          "Control",
                          value("Control Count"),
                          u8(
                              "Function",
                              value(0, "Reset"),
                              value(1, "Power-off"),
                              value(2, "Power-on"),
                              value(3, "Power cycle reset")),
                          u8("Address"),
                          u8("Command"),
                          u8("Value"))),
                  subtable(
                      3,
                      "ASF RMCP Boot Options",
                      bytes("Capabilities", 7),
                      u8("Completion Code"),
                      u32("Enterprise ID"),
                      u8("Command"),
                      u16("Parameter"),
                      u16("Boot Options"),
                      u16("Oem Parameters")),
                  subtable(
                      4,
                      "ASF Address",
                      u8("Eprom Address"),
                      u8("Device Count"),
                      bytes("Addresses", value("Device Count")))))
          .revisions(0x10, 0x20);

  private AsfLayout() {}
}
