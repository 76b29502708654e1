package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Storage Volume Key Location table. */
public final class SvklLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SVKL",
              "Storage Volume Key Location table",
              "ACPI 6.5, section 5.2.35",
              u32("Key Count"),
              repeat(
                  "Key",
                  value("Key Count"),
                  u16("Key Type", value(0, "Main storage volume key")),
                  u16("Key Format", value(0, "Raw binary")),
                  u32("Key Size"),
                  u64("Key Address")))
          .revisions(1);

  private SvklLayout() {}
}
