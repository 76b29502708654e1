package org.memslot.aml.resource;

/**
 * Says that a resource descriptor can't be built from the values given: which field, the value, and
 * what is allowed.
 */
public final class ResourceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Creates the exception.
   *
   * @param field the descriptor's field, in the specification's words
   * @param problem the value that was wrong and the limit
   */
  public ResourceException(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
  }

  /** Returns the field that was wrong. */
  public String field() {
    return field;
  }
}
