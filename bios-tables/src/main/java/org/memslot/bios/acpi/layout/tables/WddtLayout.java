package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Watchdog Descriptor Table. */
public final class WddtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "WDDT",
              "Watchdog Descriptor Table",
              "Intel, Watchdog Descriptor Table (WDDT), 2006",
              u16("Specification Version"),
              u16("Table Version"),
              u16("PCI Vendor ID"),
              genericAddress("Timer Register"),
              u16("Max Count"),
              u16("Min Count"),
              u16("Period"),
              u16(
                  "Status",
                  bit(0, "Available"),
                  bit(1, "Active"),
                  bit(2, "OS Owns"),
                  bit(11, "User Reset"),
                  bit(12, "Timeout Reset"),
                  bit(13, "Power Fail Reset"),
                  bit(14, "Unknown Reset")),
              u16("Capability", bit(0, "Auto Reset"), bit(1, "Timeout Alert")))
          .revisions(1);

  private WddtLayout() {}
}
