package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Confidential Computing Event Log table. */
public final class CcelLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "CCEL",
              "Confidential Computing Event Log table",
              "ACPI 6.5, section 5.2.34",
              u8("CC Type", value(1, "AMD SEV"), value(2, "Intel TDX")),
              u8("CC Sub Type"),
              reserved(2),
              u64("Log Area Minimum Length"),
              u64("Log Area Start Address"))
          .revisions(1);

  private CcelLayout() {}
}
