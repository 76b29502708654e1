package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Memory Range and Region Mapping table. */
public final class MrrmLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "MRRM",
              "Memory Range and Region Mapping table",
              "Intel Resource Director Technology Architecture Specification 1.1, MRRM",
              u8("Max Memory Regions"),
              u8("Region Assignment Type", bit(0, "Assignment by the system software")),
              reserved(26),
              subtables(
                  head(u16("Memory Range"), u16("Length")),
                  "Memory Range",
                  subtable(
                      0,
                      "Memory Range",
                      reserved(4),
                      u64("System Address Base"),
                      u64("System Address Length"),
                      u16(
                          "Region Valid Flags",
                          bit(0, "Local region ID valid"),
                          bit(1, "Remote region ID valid")),
                      u8("Static Local Region ID"),
                      u8("Static Remote Region ID"),
                      reserved(4),
                      rest("Region ID Programming Registers"))))
          .revisions(1);

  private MrrmLayout() {}
}
