package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Simple Boot Flag table. */
public final class BootLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "BOOT",
              "Simple Boot Flag table",
              "Microsoft, Simple Boot Flag Specification 2.1",
              u8("Boot Register Index"),
              reserved(3))
          .revisions(1);

  private BootLayout() {}
}
