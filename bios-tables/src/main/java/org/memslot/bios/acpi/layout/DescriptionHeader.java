package org.memslot.bios.acpi.layout;

import static org.memslot.bios.acpi.layout.Layouts.text;
import static org.memslot.bios.acpi.layout.Layouts.u32;
import static org.memslot.bios.acpi.layout.Layouts.u8;

import java.util.List;

/** The fields of the description header (ACPI 6.5, section 5.2.6). */
final class DescriptionHeader {
  private static final List<Item> ITEMS =
      List.of(
          text("Signature", 4),
          u32("Table Length"),
          u8("Revision"),
          u8("Checksum"),
          text("Oem ID", 6),
          text("Oem Table ID", 8),
          u32("Oem Revision"),
          text("Asl Compiler ID", 4),
          u32("Asl Compiler Revision"));

  private DescriptionHeader() {}

  static List<Item> items() {
    return ITEMS;
  }
}
