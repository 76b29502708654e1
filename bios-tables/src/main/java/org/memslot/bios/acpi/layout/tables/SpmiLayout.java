package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Service Processor Management Interface table. */
public final class SpmiLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SPMI",
              "Service Processor Management Interface table",
              "IPMI 2.0, appendix C3",
              u8(
                  "Interface Type",
                  value(1, "Keyboard Controller Style (KCS)"),
                  value(2, "Server Management Interface Chip (SMIC)"),
                  value(3, "Block Transfer (BT)"),
                  value(4, "SMBus System Interface (SSIF)")),
              reserved(1),
              u16("IPMI Spec Version"),
              u8("Interrupt Type", bit(0, "SCI through GPE"), bit(1, "Global System Interrupt")),
              u8("GPE Number"),
              reserved(1),
              u8("PCI Device Flag", bit(0, "PCI device")),
              u32("Interrupt"),
              genericAddress("IPMI Register"),
              u8("PCI Segment"),
              u8("PCI Bus"),
              u8("PCI Device"),
              u8("PCI Function"),
              ifPresent(reserved(1)))
          .revisions(4, 5);

  private SpmiLayout() {}
}
