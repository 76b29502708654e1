package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Software Licensing table. */
public final class SlicLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "SLIC",
          "Software Licensing table",
          "Microsoft, Microsoft Software Licensing Tables (SLIC and MSDM)",
          rest("Software Licensing Structure"));

  private SlicLayout() {}
}
