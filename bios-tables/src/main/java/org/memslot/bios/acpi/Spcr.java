package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * Serial Port Console Redirection table (Microsoft's specification, revisions 1 to 4).
 *
 * @param revision of the form
 * @param origin who made it
 * @param interfaceType 0 a 16550, 1 a 16450
 * @param address of its registers
 * @param interruptTypes bit 0: a PC's interrupt
 * @param irq of the 8259s
 * @param interrupt global number of an I/O APIC
 * @param baudRate 3: 9600, 4: 19200, 6: 57600, 7: 115200
 * @param parity 0 none
 * @param stopBits 1
 * @param flowControl bits: 1 DCD, 2 RTS/CTS, 4 XON/XOFF
 * @param terminalType 0 VT100, 1 VT100+, 2 VT-UTF8, 3 ANSI
 * @param pci where the device is on PCI
 * @param tail what later revisions have after 76 bytes: clock, name
 */
public record Spcr(
    int revision,
    TableOrigin origin,
    int interfaceType,
    GenericAddress address,
    int interruptTypes,
    int irq,
    long interrupt,
    int baudRate,
    int parity,
    int stopBits,
    int flowControl,
    int terminalType,
    PciLocation pci,
    ByteList tail)
    implements AcpiTable {
  /**
   * Where a serial port is on PCI.
   *
   * @param device id
   * @param vendor id
   * @param bus number
   * @param slot device number
   * @param function number
   * @param flags bit 0: leave it alone
   * @param segment group
   */
  public record PciLocation(
      int device, int vendor, int bus, int slot, int function, long flags, int segment) {
    /** Not on PCI. */
    public static final PciLocation NONE = new PciLocation(0xffff, 0xffff, 0, 0, 0, 0, 0);

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public PciLocation {
      Fits.u16("PCI Device ID", device);
      Fits.u16("PCI Vendor ID", vendor);
      Fits.u8("PCI Bus", bus);
      Fits.u8("PCI Device", slot);
      Fits.u8("PCI Function", function);
      Fits.u32("PCI Flags", flags);
      Fits.u8("PCI Segment", segment);
    }
  }

  /** A builder of a table for the serial port whose registers are there. */
  public static SpcrBuilder builder(int revision, TableOrigin origin, GenericAddress address) {
    return new SpcrBuilder(revision, origin, address);
  }

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Spcr {
    Fits.u8("Revision", revision);
    Fits.u8("Interface Type", interfaceType);
    Fits.u8("Interrupt Type", interruptTypes);
    Fits.u8("PCAT-compatible IRQ", irq);
    Fits.u32("Interrupt", interrupt);
    Fits.u8("Baud Rate", baudRate);
    Fits.u8("Parity", parity);
    Fits.u8("Stop Bits", stopBits);
    Fits.u8("Flow Control", flowControl);
    Fits.u8("Terminal Type", terminalType);
  }

  @Override
  public String signature() {
    return "SPCR";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u8(interfaceType);
    out.reserved(3);
    address.write(out);
    out.u8(interruptTypes);
    out.u8(irq);
    out.u32(interrupt);
    out.u8(baudRate);
    out.u8(parity);
    out.u8(stopBits);
    out.u8(flowControl);
    out.u8(terminalType);
    out.reserved(1);
    out.u16(pci.device);
    out.u16(pci.vendor);
    out.u8(pci.bus);
    out.u8(pci.slot);
    out.u8(pci.function);
    out.u32(pci.flags);
    out.u8(pci.segment);
    out.bytes(tail);
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Spcr decode(ByteList content) {
    TableHead head = TableHead.read("SPCR", content);
    TableReader in = head.body();
    int interfaceType = in.u8("Interface Type");
    in.skip("Reserved", 3);
    GenericAddress address = GenericAddress.read(in, "Serial Port Register");
    int interruptTypes = in.u8("Interrupt Type");
    int irq = in.u8("PCAT-compatible IRQ");
    long interrupt = in.u32("Interrupt");
    int baudRate = in.u8("Baud Rate");
    int parity = in.u8("Parity");
    int stopBits = in.u8("Stop Bits");
    int flowControl = in.u8("Flow Control");
    int terminalType = in.u8("Terminal Type");
    in.skip("Reserved", 1);
    PciLocation pci =
        new PciLocation(
            in.u16("PCI Device ID"),
            in.u16("PCI Vendor ID"),
            in.u8("PCI Bus"),
            in.u8("PCI Device"),
            in.u8("PCI Function"),
            in.u32("PCI Flags"),
            in.u8("PCI Segment"));
    return builder(head.revision(), head.origin(), address)
        .interfaceType(interfaceType)
        .interrupts(interruptTypes, irq, interrupt)
        .line(baudRate, parity, stopBits, flowControl)
        .terminalType(terminalType)
        .pci(pci)
        .tail(in.rest())
        .build();
  }
}
