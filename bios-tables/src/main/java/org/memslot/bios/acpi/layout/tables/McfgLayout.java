package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Memory-mapped configuration space of PCI Express. */
public final class McfgLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "MCFG",
              "Memory Mapped Configuration table",
              "PCI Firmware 3.3, section 4.1.2",
              reserved(8),
              toEnd(
                  "Configuration Space",
                  u64("Base Address"),
                  u16("Segment Group Number"),
                  u8("Start Bus Number"),
                  u8("End Bus Number"),
                  reserved(4)))
          .revisions(1);

  private McfgLayout() {}
}
