package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Dynamic Root of Trust for Measurement table. */
public final class DrtmLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "DRTM",
              "Dynamic Root of Trust for Measurement table",
              "TCG, D-RTM Architecture 1.0.0, section 3.13",
              u64("Entry Base Address"),
              u64("Entry Length"),
              u32("Entry 32"),
              u64("Entry 64"),
              u64("Exit Address"),
              u64("Log Area Start"),
              u32("Log Area Length"),
              u64("Arch Dependent Address"),
              u32(
                  "Flags",
                  bit(0, "Namespace in TCB"),
                  bit(1, "Gap Code on S3 Resume"),
                  bit(2, "Gap Code on DLME_Exit"),
                  bit(3, "PCR_Authorities Changed")),
              u32("Validated Table Count"),
              repeat(value("Validated Table Count"), u64("Table Address")),
              u32("Resource Count"),
              repeat(
                  "Resource",
                  value("Resource Count"),
                  bytes("Size", 7),
                  u8("Type", bits(0, 2, "Resource Type"), bit(7, "Protections")),
                  u64("Address")),
              u32("DLME Platform Id Length"),
              bytes("DLME Platform Id", value("DLME Platform Id Length")))
          .revisions(1);

  private DrtmLayout() {}
}
