package org.memslot.machine;

/** A range of registers answered by an {@link IoHandler}. */
public final class DeviceRegion extends MemoryRegion {
  private final IoHandler handler;
  private final AccessWidths widths;

  /**
   * A device that takes every access width.
   *
   * @param name name for messages
   * @param size bytes, unsigned, not 0
   * @param handler what answers
   */
  public DeviceRegion(String name, long size, IoHandler handler) {
    this(name, size, handler, AccessWidths.ANY);
  }

  /**
   * A device with declared access widths.
   *
   * @param name name for messages
   * @param size bytes, unsigned, not 0
   * @param handler what answers
   * @param widths what a guest may do and what the handler sees
   * @throws IllegalArgumentException when the size is no multiple of the narrowest handled width
   */
  public DeviceRegion(String name, long size, IoHandler handler, AccessWidths widths) {
    super(name, positive(size, name));
    if (Long.remainderUnsigned(size, widths.handledMin()) != 0) {
      throw new IllegalArgumentException(
          "%s: 0x%x bytes are no multiple of its narrowest handled width, %d"
              .formatted(name, size, widths.handledMin()));
    }
    this.handler = handler;
    this.widths = widths;
  }

  /**
   * What answers.
   *
   * @return the handler
   */
  public IoHandler handler() {
    return handler;
  }

  /**
   * The widths a guest may use and the handler sees.
   *
   * @return the widths
   */
  public AccessWidths widths() {
    return widths;
  }
}
