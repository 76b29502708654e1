package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Low Power Idle Table. */
public final class LpitLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "LPIT",
          "Low Power Idle Table",
          "Intel, ACPI Low Power S0 Idle, section 2.2",
          subtables(
              head(
                  u32("Subtable Type"),
                  u32("Length"),
                  u16("Unique ID"),
                  reserved(2),
                  u32("Flags", bit(0, "State Disabled"), bit(1, "No Counter"))),
              "Subtable Type",
              subtable(
                  0,
                  "Native C-state Idle Structure",
                  genericAddress("Entry Trigger"),
                  u32("Residency"),
                  u32("Latency"),
                  genericAddress("Residency Counter"),
                  u64("Counter Frequency"))));

  private LpitLayout() {}
}
