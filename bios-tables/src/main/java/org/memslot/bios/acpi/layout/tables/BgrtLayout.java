package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Boot Graphics Resource Table. */
public final class BgrtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "BGRT",
              "Boot Graphics Resource Table",
              "ACPI 6.5, section 5.2.23",
              u16("Version"),
              u8(
                  "Status",
                  bit(0, "Displayed"),
                  bits(
                      1,
                      2,
                      "Orientation Offset",
                      value(0, "0 degrees"),
                      value(1, "90 degrees"),
                      value(2, "180 degrees"),
                      value(3, "270 degrees"))),
              u8("Image Type", value(0, "Bitmap")),
              u64("Image Address"),
              u32("Image OffsetX"),
              u32("Image OffsetY"))
          .revisions(1);

  private BgrtLayout() {}
}
