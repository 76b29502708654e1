package org.memslot.bios.device;

/** There is no saved state of a device that has one. */
public final class MissingStateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String device;

  MissingStateException(String device) {
    super("there is no state of " + device);
    this.device = device;
  }

  /** The device's name. */
  public String device() {
    return device;
  }
}
