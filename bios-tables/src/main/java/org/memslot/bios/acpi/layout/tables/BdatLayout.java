package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** BIOS Data ACPI Table. */
public final class BdatLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "BDAT",
          "BIOS Data ACPI Table",
          "Intel, BIOS Data ACPI Table (BDAT) Interface Specification 4.0",
          genericAddress("BDAT Generic Address"));

  private BdatLayout() {}
}
