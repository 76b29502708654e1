package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** MID Timer table. */
public final class MtmrLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "MTMR",
          "MID Timer table",
          "Intel, Simple Firmware Interface Specification 0.8.2, MTMR",
          toEnd("Timer", genericAddress("Timer Register"), u32("Frequency"), u32("IRQ")));

  private MtmrLayout() {}
}
