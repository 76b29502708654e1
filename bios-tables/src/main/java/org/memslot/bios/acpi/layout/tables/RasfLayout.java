package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** ACPI RAS Feature Table. */
public final class RasfLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table("RASF", "ACPI RAS Feature Table", "ACPI 6.5, section 5.2.20", bytes("Channel ID", 12))
          .revisions(1);

  private RasfLayout() {}
}
