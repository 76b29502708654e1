package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Debug Port table. */
public final class DbgpLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "DBGP",
              "Debug Port table",
              "Microsoft, Debug Port Specification",
              u8("Interface Type", value(0, "Full 16550 interface"), value(1, "16550 subset")),
              reserved(3),
              genericAddress("Debug Port Register"))
          .revisions(1);

  private DbgpLayout() {}
}
