package org.memslot.aml.lint;

/**
 * Something in a table that the specification does not allow, or that can't work.
 *
 * @param rule which rule it breaks
 * @param path the object's absolute path: {@code \_SB.PCI0._CRS}
 * @param message what is wrong, with the value and what was expected
 */
public record LintFinding(Rule rule, String path, String message) {
  /** The rules. */
  public enum Rule {
    /** A predefined name is in an object that it does not belong in. */
    MISPLACED_NAME,
    /** A predefined method has another number of arguments than the specification says. */
    ARGUMENT_COUNT,
    /** A hardware id has not the form of one. */
    HARDWARE_ID,
    /** A name is declared twice. */
    DUPLICATE_NAME,
    /** The bytes of a _CRS are no resource template. */
    RESOURCE_FORM,
    /** Two devices use the same memory or ports. */
    RESOURCE_OVERLAP
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
