package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Trusted Computing Platform Alliance table. */
public final class TcpaLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "TCPA",
              "Trusted Computing Platform Alliance table",
              "TCG ACPI General Specification, revision 1.00, section 3",
              u16("Platform Class", value(0, "Client"), value(1, "Server")),
              when(
                  value("Platform Class").is(0),
                  u32("Min Event Log Length"),
                  u64("Event Log Address")),
              when(
                  value("Platform Class").is(1),
                  reserved(2),
                  u64("Min Event Log Length"),
                  u64("Event Log Address"),
                  u16("Specification Revision"),
                  u8(
                      "Device Flags",
                      bit(0, "Pci Device"),
                      bit(1, "Bus is Pnp"),
                      bit(2, "Address Valid")),
                  u8(
                      "Interrupt Flags",
                      bit(0, "Mode"),
                      bit(1, "Polarity"),
                      bit(2, "GPE SCI Triggered"),
                      bit(3, "Global System Interrupt")),
                  u8("Gpe Number"),
                  reserved(3),
                  u32("Global Interrupt"),
                  genericAddress("Address"),
                  reserved(4),
                  genericAddress("Configuration Address"),
                  u8("Pci Group"),
                  u8("Pci Bus"),
                  u8("Pci Device"),
                  u8("Pci Function")),
              when(value("Platform Class").atLeast(2), rest("Content")))
          .revisions(1, 2);

  private TcpaLayout() {}
}
