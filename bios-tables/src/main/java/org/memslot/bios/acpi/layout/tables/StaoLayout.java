package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** _STA Override table. */
public final class StaoLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "STAO",
              "_STA Override table",
              "Xen, STA Override (STAO) table specification",
              u8("Ignore UART"),
              toEnd(string("Namepath")))
          .revisions(1);

  private StaoLayout() {}
}
