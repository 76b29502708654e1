package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Tables whose body is AML. */
public final class DefinitionBlockLayout {
  /** The layout of the DSDT. */
  public static final TableLayout DSDT = block("DSDT", "Differentiated System Description Table");

  /** The layout of an SSDT. */
  public static final TableLayout SSDT = block("SSDT", "Secondary System Description Table");

  /** The layout of a PSDT, of ACPI 1.0. */
  public static final TableLayout PSDT = block("PSDT", "Persistent System Description Table");

  private static TableLayout block(String signature, String title) {
    return table(signature, title, "ACPI 6.5, section 5.2.11", rest("AML")).revisions(1, 2);
  }

  private DefinitionBlockLayout() {}
}
