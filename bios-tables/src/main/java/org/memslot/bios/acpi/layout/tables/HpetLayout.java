package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** High Precision Event Timer table. */
public final class HpetLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "HPET",
              "High Precision Event Timer table",
              "Intel, IA-PC HPET 1.0a, section 3.2.4",
              u32(
                  "Hardware Block ID",
                  bits(0, 8, "Hardware Revision"),
                  bits(8, 5, "Comparators in the first block, less one"),
                  bit(13, "64-bit counter"),
                  bit(15, "Legacy replacement routing"),
                  bits(16, 16, "PCI Vendor ID")),
              genericAddress("Timer Block Register"),
              u8("Sequence Number"),
              u16("Minimum Clock Ticks"),
              u8(
                  "Flags",
                  bits(
                      0,
                      4,
                      "Page Protection",
                      value(0, "None"),
                      value(1, "4 KiB"),
                      value(2, "64 KiB")),
                  bits(4, 4, "OEM Attribute")))
          .revisions(1);

  private HpetLayout() {}
}
