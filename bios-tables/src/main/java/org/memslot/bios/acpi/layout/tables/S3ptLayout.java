package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** S3 Performance Table. */
public final class S3ptLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      structure(
          "S3PT",
          "S3 Performance Table",
          "ACPI 6.5, section 5.2.24.8",
          TableLayout.Header.LENGTH,
          text("Signature", 4),
          u32("Length"),
          subtables(
              head(u16("Type"), u8("Length"), u8("Revision")),
              "Type",
              subtable(
                  0,
                  "S3 Resume Performance",
                  u32("Resume Count"),
                  u64("Full Resume"),
                  u64("Average Resume")),
              subtable(1, "S3 Suspend Performance", u64("Suspend Start"), u64("Suspend End"))));

  private S3ptLayout() {}
}
