package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** TD Event Log table. */
public final class TdelLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "TDEL",
          "TD Event Log table",
          "Intel TDX, Guest-Hypervisor Communication Interface 1.0, section 4.3",
          reserved(4),
          u64("Log Area Minimum Length"),
          u64("Log Area Start Address"));

  private TdelLayout() {}
}
