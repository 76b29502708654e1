package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Microsoft Data Management table. */
public final class MsdmLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "MSDM",
          "Microsoft Data Management table",
          "Microsoft, Microsoft Software Licensing Tables (SLIC and MSDM)",
          rest("Software Licensing Structure"));

  private MsdmLayout() {}
}
