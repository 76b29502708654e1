package org.memslot.bios.device;

/** Two devices of a board claim the same; nothing was put on a bus. */
public final class DeviceConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeviceConflictException(String message) {
    super(message);
  }
}
