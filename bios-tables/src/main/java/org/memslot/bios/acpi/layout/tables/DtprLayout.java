package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** DMA TXT Protection Ranges table. */
public final class DtprLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "DTPR",
          "DMA TXT Protection Ranges table",
          "Intel TXT, DMA Protection Ranges 0.73, section 3",
          u32("Flags"),
          u32("Instance Count"),
          repeat(
              "TPR Instance",
              value("Instance Count"),
              u32("Instance Flags"),
              u32("TPR Count"),
              repeat(value("TPR Count"), u64("TPR Base Address"))),
          u32("Serialization Register Count"),
          repeat(value("Serialization Register Count"), u64("Serialize Request Register")));

  private DtprLayout() {}
}
