package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Management Controller Host Interface table. */
public final class MchiLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "MCHI",
              "Management Controller Host Interface table",
              "DMTF DSP0256, MCTP Host Interface Specification 1.0, section 5",
              u8("Interface Type"),
              u8("Protocol"),
              u64("Protocol Data"),
              u8("Interrupt Type", bit(0, "SCI through GPE"), bit(1, "Global System Interrupt")),
              u8("Gpe"),
              u8("Pci Device Flag", bit(0, "PCI device")),
              u32("Global Interrupt"),
              genericAddress("Control Register"),
              u8("Pci Segment"),
              u8("Pci Bus"),
              u8("Pci Device"),
              u8("Pci Function"))
          .revisions(1);

  private MchiLayout() {}
}
