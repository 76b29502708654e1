package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Virtual Real-Time Clock table. */
public final class VrtcLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "VRTC",
          "Virtual Real-Time Clock table",
          "Intel, Simple Firmware Interface Specification 0.8.2, MRTC",
          toEnd("Clock", genericAddress("RTC Register"), u32("IRQ")));

  private VrtcLayout() {}
}
