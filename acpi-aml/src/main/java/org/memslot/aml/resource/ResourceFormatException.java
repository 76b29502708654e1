package org.memslot.aml.resource;

/** Says where bytes stop being a resource template (ACPI 6.5, section 6.4). */
public final class ResourceFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * Creates the exception.
   *
   * @param offset offset in bytes from the template's start
   * @param problem what was found there and what was expected
   */
  public ResourceFormatException(int offset, String problem) {
    super("resource template, offset 0x%x: %s".formatted(offset, problem));
    this.offset = offset;
  }

  /** Returns the offset in bytes from the template's start. */
  public int offset() {
    return offset;
  }
}
