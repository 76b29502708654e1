package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** System Locality Information Table. */
public final class SlitLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SLIT",
              "System Locality Information Table",
              "ACPI 6.5, section 5.2.17",
              u64("Localities"),
              repeat(value("Localities"), bytes("Locality", value("Localities"))))
          .revisions(1);

  private SlitLayout() {}
}
