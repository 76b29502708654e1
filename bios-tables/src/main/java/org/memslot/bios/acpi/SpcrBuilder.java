package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * Builds an {@link Spcr}; what is not set is a 16550 without an interrupt, 115200 baud, 8N1 without
 * flow control, an ANSI terminal, not on PCI. See {@link Spcr} for the fields.
 */
public final class SpcrBuilder {
  private final int revision;
  private final TableOrigin origin;
  private final GenericAddress address;
  private int interfaceType;
  private int interruptTypes;
  private int irq;
  private long interrupt;
  private int baudRate = 7;
  private int parity;
  private int stopBits = 1;
  private int flowControl;
  private int terminalType = 3;
  private Spcr.PciLocation pci = Spcr.PciLocation.NONE;
  private ByteList tail = ByteList.of(new byte[4]);

  SpcrBuilder(int revision, TableOrigin origin, GenericAddress address) {
    this.revision = revision;
    this.origin = origin;
    this.address = address;
  }

  /** What kind of UART it is. */
  public SpcrBuilder interfaceType(int type) {
    interfaceType = type;
    return this;
  }

  /**
   * How it interrupts.
   *
   * @param types which of the two are valid
   * @param irq of the 8259s
   * @param global number of an I/O APIC's input
   */
  public SpcrBuilder interrupts(int types, int irq, long global) {
    interruptTypes = types;
    this.irq = irq;
    interrupt = global;
    return this;
  }

  /** The line's settings, as codes of the table. */
  public SpcrBuilder line(int baudRate, int parity, int stopBits, int flowControl) {
    this.baudRate = baudRate;
    this.parity = parity;
    this.stopBits = stopBits;
    this.flowControl = flowControl;
    return this;
  }

  /** What the terminal understands. */
  public SpcrBuilder terminalType(int type) {
    terminalType = type;
    return this;
  }

  /** Where the port is on PCI. */
  public SpcrBuilder pci(Spcr.PciLocation location) {
    pci = location;
    return this;
  }

  /** The bytes after the first 76; 4 of them up to revision 2. */
  public SpcrBuilder tail(ByteList bytes) {
    tail = bytes;
    return this;
  }

  /**
   * The table.
   *
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Spcr build() {
    return new Spcr(
        revision,
        origin,
        interfaceType,
        address,
        interruptTypes,
        irq,
        interrupt,
        baudRate,
        parity,
        stopBits,
        flowControl,
        terminalType,
        pci,
        tail);
  }
}
