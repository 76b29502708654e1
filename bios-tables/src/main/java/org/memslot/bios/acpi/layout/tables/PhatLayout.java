package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Platform Health Assessment Table. */
public final class PhatLayout {
  private static final int HEALTH_RECORD_FIELDS = 28;

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "PHAT",
              "Platform Health Assessment Table",
              "ACPI 6.5, section 5.2.31",
              subtables(
                  head(u16("Subtable Type"), u16("Length"), u8("Revision")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Firmware Version Data",
                      reserved(3),
                      u32("Element Count"),
                      repeat(
                          "Version Element",
                          value("Element Count"),
                          guid("GUID"),
                          u64("Version Value"),
                          u32("Producer ID"))),
                  subtable(
                      1,
                      "Firmware Health Data",
                      reserved(2),
                      u8(
                          "Health",
                          value(0, "Errors found"),
                          value(1, "No errors found"),
                          value(2, "Unknown"),
                          value(3, "Advisory")),
                      guid("Device GUID"),
                      u32("Device-Specific Offset"),
                      when(
                          value("Device-Specific Offset").is(0),
                          text16("Device Path", bytesLeft())),
                      when(
                          value("Device-Specific Offset").isNot(0),
                          text16(
                              "Device Path",
                              value("Device-Specific Offset").minus(HEALTH_RECORD_FIELDS)),
                          rest("Device-Specific Data")))))
          .revisions(1);

  private PhatLayout() {}
}
