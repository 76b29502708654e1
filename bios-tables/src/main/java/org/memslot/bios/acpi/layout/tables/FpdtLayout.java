package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Firmware Performance Data Table. */
public final class FpdtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "FPDT",
              "Firmware Performance Data Table",
              "ACPI 6.5, section 5.2.24",
              subtables(
                  head(u16("Subtable Type"), u8("Length"), u8("Revision")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Firmware Basic Boot Performance Pointer",
                      reserved(4),
                      u64("FPDT Boot Record Address")),
                  subtable(
                      1, "S3 Performance Table Pointer", reserved(4), u64("S3PT Record Address"))))
          .revisions(1);

  private FpdtLayout() {}
}
