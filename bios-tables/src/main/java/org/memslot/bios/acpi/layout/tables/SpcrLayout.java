package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Serial Port Console Redirection table. */
public final class SpcrLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "SPCR",
              "Serial Port Console Redirection table",
              "Microsoft, Serial Port Console Redirection Table, revision 1.10",
              u8(
                  "Interface Type",
                  value(0, "16550 compatible"),
                  value(1, "16450 compatible"),
                  value(3, "Arm PL011"),
                  value(0xd, "Arm SBSA (32-bit)"),
                  value(0xe, "Arm SBSA generic"),
                  value(0xf, "Arm DCC"),
                  value(0x10, "BCM2835"),
                  value(0x12, "16550 with a generic address")),
              reserved(3),
              genericAddress("Serial Port Register"),
              u8(
                  "Interrupt Type",
                  bit(0, "8259"),
                  bit(1, "I/O APIC"),
                  bit(2, "I/O SAPIC"),
                  bit(3, "Arm GIC"),
                  bit(4, "RISC-V PLIC/APLIC")),
              u8("PCAT-compatible IRQ"),
              u32("Interrupt"),
              u8(
                  "Baud Rate",
                  value(0, "As is"),
                  value(3, "9600"),
                  value(4, "19200"),
                  value(6, "57600"),
                  value(7, "115200")),
              u8("Parity", value(0, "None")),
              u8("Stop Bits", value(1, "One")),
              u8("Flow Control", bit(0, "DCD"), bit(1, "RTS/CTS"), bit(2, "XON/XOFF")),
              u8(
                  "Terminal Type",
                  value(0, "VT100"),
                  value(1, "VT100+"),
                  value(2, "VT-UTF8"),
                  value(3, "ANSI")),
              u8("Language"),
              u16("PCI Device ID"),
              u16("PCI Vendor ID"),
              u8("PCI Bus"),
              u8("PCI Device"),
              u8("PCI Function"),
              u32("PCI Flags", bit(0, "Do not suppress PnP enumeration or disable")),
              u8("PCI Segment"),
              u32("Uart Clock Frequency"),
              since(
                  4,
                  u32("Precise Baud Rate"),
                  u16("Namespace String Length"),
                  u16("Namespace String Offset"),
                  at(
                      value("Namespace String Offset"),
                      value("Namespace String Length"),
                      string("Namespace String", value("Namespace String Length")))))
          .revisions(1, 2, 3, 4);

  private SpcrLayout() {}
}
