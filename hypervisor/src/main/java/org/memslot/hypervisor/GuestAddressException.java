package org.memslot.hypervisor;

/** A machine with memory that a guest on this host could not address. */
public final class GuestAddressException extends BoardException {
  private static final long serialVersionUID = 1L;

  private final int hostBits;

  GuestAddressException(String problem, int hostBits) {
    super(problem);
    this.hostBits = hostBits;
  }

  /**
   * The width of physical addresses with which this host can run the machine, if it is described
   * so.
   */
  public int hostBits() {
    return hostBits;
  }
}
