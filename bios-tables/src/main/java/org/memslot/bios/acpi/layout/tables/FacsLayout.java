package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Firmware ACPI Control Structure. */
public final class FacsLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      structure(
          "FACS",
          "Firmware ACPI Control Structure",
          "ACPI 6.5, section 5.2.10",
          TableLayout.Header.LENGTH,
          text("Signature", 4),
          u32("Length"),
          u32("Hardware Signature"),
          u32("32 Firmware Waking Vector"),
          u32("Global Lock", bit(0, "Pending"), bit(1, "Owned")),
          u32("Flags", bit(0, "S4BIOS_F"), bit(1, "64BIT_WAKE_SUPPORTED_F")),
          u64("64 Firmware Waking Vector"),
          u8("Version"),
          reserved(3),
          u32("OspmFlags", bit(0, "64BIT_WAKE_F")),
          reserved(24));

  private FacsLayout() {}
}
