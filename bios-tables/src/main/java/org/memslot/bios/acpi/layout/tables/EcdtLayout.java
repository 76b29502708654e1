package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Embedded Controller Boot Resources Table. */
public final class EcdtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "ECDT",
              "Embedded Controller Boot Resources Table",
              "ACPI 6.5, section 5.2.15",
              genericAddress("Command/Status Register"),
              genericAddress("Data Register"),
              u32("UID"),
              u8("GPE Number"),
              string("Namepath"),
              rest("Padding"))
          .revisions(1);

  private EcdtLayout() {}
}
