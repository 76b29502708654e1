package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Key Programming Interface table. */
public final class KeypLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "KEYP",
              "Key Programming Interface for Root Complex IDE table",
              "Intel, Root Complex IDE Key Configuration Unit Software Programming Guide, appendix"
                  + " A",
              reserved(4),
              subtables(
                  head(u8("Subtable Type"), reserved(1), u16("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Key Configuration Unit",
                      u8("Protocol Type", value(1, "PCIe"), value(2, "CXL")),
                      u8("Version"),
                      u8("Root Port Count"),
                      u8("Flags", bit(0, "TVM usable")),
                      u64("Register Base Address"),
                      repeat(
                          "Root Port",
                          value("Root Port Count"),
                          u16("Segment"),
                          u8("Bus"),
                          u8(
                              "Device and Function",
                              bits(0, 3, "Function"),
                              bits(3, 5, "Device"))))))
          .revisions(1);

  private KeypLayout() {}
}
