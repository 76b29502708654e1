package org.memslot.hypervisor.boot;

/** An image that is right, in a machine whose boot memory has no room for it. */
public final class NoRoomException extends BootImageException {
  private static final long serialVersionUID = 1L;

  /**
   * An image that does not fit.
   *
   * @param image its kind or name
   * @param offset of the field that says how much it needs, bytes
   * @param problem what finds no room, with value and limit
   */
  public NoRoomException(String image, long offset, String problem) {
    super(image, offset, problem);
  }
}
