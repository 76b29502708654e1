package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Root System Description Table. */
public final class RsdtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "RSDT",
              "Root System Description Table",
              "ACPI 6.5, section 5.2.7",
              toEnd(u32("ACPI Table Address")))
          .revisions(1);

  private RsdtLayout() {}
}
