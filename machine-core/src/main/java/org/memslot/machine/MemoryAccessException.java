package org.memslot.machine;

/**
 * A checked access that did not reach memory or a device. It says which address could not be
 * reached, for which reason, and what the whole access was; what lies below the address has been
 * done.
 */
public final class MemoryAccessException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why the access failed. */
  public enum Cause {
    /** No region answers the address. */
    UNASSIGNED("nothing answers"),
    /** The address belongs to a ROM without a write handler. */
    READ_ONLY("read-only memory"),
    /** The device does not accept an access of this width. */
    WIDTH("the device takes no access of this width"),
    /** The device's handler threw; {@link #getCause} is what it threw. */
    DEVICE("the device failed"),
    /** The access runs past the end of the address space. */
    END_OF_SPACE("past the end of the address space");

    private final String text;

    Cause(String text) {
      this.text = text;
    }
  }

  private final long address;
  private final long length;
  private final Cause reason;
  private final String where;

  MemoryAccessException(
      long address, long length, Cause reason, String where, Throwable... causes) {
    this(
        address,
        length,
        reason,
        where,
        "0x%x: %s (%s)".formatted(address, reason.text, where),
        causes);
  }

  private MemoryAccessException(
      long address, long length, Cause reason, String where, String message, Throwable... causes) {
    super(message, causes.length == 0 ? null : causes[0]);
    this.address = address;
    this.length = length;
    this.reason = reason;
    this.where = where;
  }

  /** This failure as part of an access of {@code total} bytes from {@code start}. */
  MemoryAccessException within(long start, long total) {
    Throwable cause = getCause();
    return new MemoryAccessException(
        address,
        start + total - address,
        reason,
        where,
        "access of 0x%x bytes at 0x%x fails at 0x%x: %s (%s)"
            .formatted(total, start, address, reason.text, where),
        cause == null ? new Throwable[0] : new Throwable[] {cause});
  }

  /**
   * The first address that could not be reached.
   *
   * @return unsigned
   */
  public long address() {
    return address;
  }

  /**
   * How many bytes of the access were left from there.
   *
   * @return bytes
   */
  public long length() {
    return length;
  }

  /**
   * Why.
   *
   * @return the cause
   */
  public Cause reason() {
    return reason;
  }
}
