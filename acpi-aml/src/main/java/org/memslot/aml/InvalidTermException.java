package org.memslot.aml;

/**
 * Thrown when a term is built that no AML bytes can express, or that the ACPI specification forbids
 * outright: a name of five characters, a method of eight arguments, a package of 300 elements.
 *
 * <p>The message names the element, the value and the limit.
 */
public final class InvalidTermException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String element;
  private final String value;
  private final String limit;

  /**
   * Refuses {@code value}.
   *
   * @param element what was to be built, in the words of the grammar
   * @param value what was given for it
   * @param limit what would have been accepted
   */
  public InvalidTermException(String element, String value, String limit) {
    super(element + ": " + value + " is not allowed; " + limit);
    this.element = element;
    this.value = value;
    this.limit = limit;
  }

  /** What was to be built, in the words of the grammar. */
  public String element() {
    return element;
  }

  /** The refused value. */
  public String value() {
    return value;
  }

  /** What would have been accepted. */
  public String limit() {
    return limit;
  }

  /** Refuses a value outside {@code [min, max]}, and returns one inside it. */
  static int requireRange(String element, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidTermException(
          element, Integer.toString(value), "from " + min + " to " + max);
    }
    return value;
  }

  /** Refuses a value that is not an unsigned byte. */
  static int requireByte(String element, int value) {
    return requireRange(element, value, 0, 0xff);
  }
}
