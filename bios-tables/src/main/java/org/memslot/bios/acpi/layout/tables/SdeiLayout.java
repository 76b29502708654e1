package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Software Delegated Exception Interface table. */
public final class SdeiLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SDEI",
              "Software Delegated Exception Interface table",
              "Arm DEN0054, Software Delegated Exception Interface, section 8.1")
          .revisions(1);

  private SdeiLayout() {}
}
