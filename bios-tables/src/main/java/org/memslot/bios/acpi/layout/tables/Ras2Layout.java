package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** ACPI RAS2 Feature Table. */
public final class Ras2Layout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "RAS2",
              "ACPI RAS2 Feature Table",
              "ACPI 6.5, section 5.2.21",
              reserved(2),
              u16("Number of PCC Descriptors"),
              repeat(
                  "PCC Descriptor",
                  value("Number of PCC Descriptors"),
                  u8("Channel ID"),
                  reserved(2),
                  u8("Feature Type", value(0, "Memory"), value(0x80, "Platform-specific")),
                  u32("Instance")))
          .revisions(1);

  private Ras2Layout() {}
}
