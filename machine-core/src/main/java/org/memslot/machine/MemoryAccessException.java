package org.memslot.machine;

/** A checked access that did not reach memory or a device. */
public final class MemoryAccessException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why the access failed. */
  public enum Cause {
    /** No region answers the address. */
    UNASSIGNED,
    /** The address belongs to a ROM. */
    READ_ONLY,
    /** The device does not accept an access of this width. */
    WIDTH,
    /** The access runs past the end of the address space. */
    END_OF_SPACE
  }

  private final long address;
  private final long length;
  private final Cause reason;

  MemoryAccessException(long address, long length, Cause reason, String message) {
    super(message);
    this.address = address;
    this.length = length;
    this.reason = reason;
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
   * How many bytes from there the access still had to go.
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
