package org.memslot.machine;

/** A base and a length (or two ends) that make no {@link AddressRange}. */
public final class AddressRangeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final long base;
  private final long value;

  AddressRangeException(long base, long value, String message) {
    super(message);
    this.base = base;
    this.value = value;
  }

  /**
   * The lowest address asked for.
   *
   * @return an unsigned address
   */
  public long base() {
    return base;
  }

  /**
   * The length, or the last address, that did not fit.
   *
   * @return unsigned
   */
  public long value() {
    return value;
  }
}
