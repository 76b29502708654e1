package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Smart Battery Specification Table. */
public final class SbstLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SBST",
              "Smart Battery Specification Table",
              "ACPI 6.5, section 5.2.14",
              u32("Warning Level"),
              u32("Low Level"),
              u32("Critical Level"))
          .revisions(1);

  private SbstLayout() {}
}
