package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Corrected Platform Error Polling table. */
public final class CpepLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "CPEP",
              "Corrected Platform Error Polling table",
              "ACPI 6.5, section 5.2.18",
              reserved(8),
              subtables(
                  head(u8("Subtable Type"), u8("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Corrected Platform Error Polling Processor",
                      u8("Processor ID"),
                      u8("Processor EID"),
                      u32("Polling Interval"))))
          .revisions(1);

  private CpepLayout() {}
}
