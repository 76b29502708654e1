package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** UEFI ACPI data table. */
public final class UefiLayout {
  private static final String SMM_COMMUNICATION = "C68ED8E2-9DC6-4CBD-9D94-DB65ACC5C332";

  /** The offset of the packed fields that the specification defines; some firmware aligns them. */
  private static final int PACKED = 54;

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "UEFI",
              "UEFI ACPI Data Table",
              "UEFI 2.10, appendix O",
              guid("UUID Identifier"),
              u16("Data Offset"),
              at(
                  value("Data Offset"),
                  whenGuid(
                      "UUID Identifier",
                      SMM_COMMUNICATION,
                      when(
                          value("Data Offset").is(PACKED),
                          u32("SW SMI Number"),
                          u64("Buffer Ptr Address"),
                          ifPresent(genericAddress("Invocation Register")))),
                  rest("Data")))
          .revisions(1);

  private UefiLayout() {}
}
