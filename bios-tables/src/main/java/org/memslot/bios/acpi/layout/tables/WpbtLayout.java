package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Windows Platform Binary Table. */
public final class WpbtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "WPBT",
              "Windows Platform Binary Table",
              "Microsoft, Windows Platform Binary Table, revision 1",
              u32("Handoff Size"),
              u64("Handoff Address"),
              u8("Layout", value(1, "Single PE image")),
              u8("Type", value(1, "Native user-mode application")),
              u16("Arguments Length"),
              string16("Command-line Arguments", value("Arguments Length")))
          .revisions(1);

  private WpbtLayout() {}
}
