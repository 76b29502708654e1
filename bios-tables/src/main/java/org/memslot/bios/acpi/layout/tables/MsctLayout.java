package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Maximum System Characteristics Table. */
public final class MsctLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "MSCT",
              "Maximum System Characteristics Table",
              "ACPI 6.5, section 5.2.19",
              u32("Proximity Offset"),
              u32("Max Proximity Domains"),
              u32("Max Clock Domains"),
              u64("Max Physical Address"),
              at(
                  value("Proximity Offset"),
                  structures(
                      "Maximum Proximity Domain Information",
                      head(u8("Revision"), u8("Length")),
                      value("Length"),
                      u32("Domain Range Start"),
                      u32("Domain Range End"),
                      u32("Processor Capacity"),
                      u64("Memory Capacity"))))
          .revisions(1);

  private MsctLayout() {}
}
