package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Watchdog Resource Table. */
public final class WdrtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "WDRT",
              "Watchdog Resource Table",
              "Microsoft, Watchdog Timer Hardware Requirements for Windows Server 2003, version"
                  + " 1.01",
              genericAddress("Control Register"),
              genericAddress("Count Register"),
              u16("PCI Device ID"),
              u16("PCI Vendor ID"),
              u8("PCI Bus"),
              u8("PCI Device"),
              u8("PCI Function"),
              u8("PCI Segment"),
              u16("Max Count"),
              u8("Counter Units", value(0, "Seconds"), value(1, "Minutes"), value(2, "Hours")))
          .revisions(1);

  private WdrtLayout() {}
}
