package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Regulatory Graphics Resource Table. */
public final class RgrtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "RGRT",
              "Regulatory Graphics Resource Table",
              "Microsoft, Regulatory Graphics Resource Table, revision 1",
              u16("Version"),
              u8("Image Type", value(1, "PNG")),
              reserved(1),
              rest("Image"))
          .revisions(1);

  private RgrtLayout() {}
}
