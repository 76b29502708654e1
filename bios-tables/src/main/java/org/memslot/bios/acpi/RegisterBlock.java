package org.memslot.bios.acpi;

/**
 * Where a block of fixed hardware registers is: the FADT says it twice.
 *
 * @param port the 32-bit I/O port of ACPI 1.0; 0 for none
 * @param extended the same as a generic address, from revision 3 on
 */
public record RegisterBlock(long port, GenericAddress extended) {
  /** No such block. */
  public static final RegisterBlock NONE = new RegisterBlock(0, GenericAddress.NONE);

  /**
   * @throws org.memslot.bios.FirmwareLimitException if the port has more than 32 bits
   */
  public RegisterBlock {
    Fits.u32("register block", port);
  }

  /** A block of {@code bytes} bytes at an I/O port, said both ways. */
  public static RegisterBlock at(int port, int bytes) {
    return new RegisterBlock(port, GenericAddress.port(port, bytes, 0));
  }
}
