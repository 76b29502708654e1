package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Windows ACPI Emulated Devices Table. */
public final class WaetLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "WAET",
              "Windows ACPI Emulated Devices Table",
              "Microsoft, Windows ACPI Emulated Devices Table, revision 1.0",
              u32("Flags", bit(0, "RTC good"), bit(1, "ACPI PM timer good")))
          .revisions(1);

  private WaetLayout() {}
}
