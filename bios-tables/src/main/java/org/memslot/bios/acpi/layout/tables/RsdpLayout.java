package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Root System Description Pointer. */
public final class RsdpLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      structure(
          "RSD PTR ",
          "Root System Description Pointer",
          "ACPI 6.5, section 5.2.5.3",
          TableLayout.Header.NONE,
          text("Signature", 8),
          u8("Checksum"),
          text("Oem ID", 6),
          u8("Revision", value(0, "ACPI 1.0"), values(1, 255, "ACPI 2.0 or later")),
          u32("RSDT Address"),
          when(
              value("Revision").atLeast(1),
              u32("Length"),
              u64("XSDT Address"),
              u8("Extended Checksum"),
              reserved(3)));

  private RsdpLayout() {}
}
