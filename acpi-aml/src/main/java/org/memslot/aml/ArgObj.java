package org.memslot.aml;

/**
 * An argument of the running method: Arg0 to Arg6 (ACPI 6.5, 20.2.6.1).
 *
 * @param index from 0 to 6
 */
public record ArgObj(int index) implements SimpleName {
  /** The number of arguments that a method can have. */
  public static final int COUNT = 7;

  /** Refuses an index that no argument has. */
  public ArgObj {
    InvalidTermException.requireRange("ArgObj", index, 0, COUNT - 1);
  }

  @Override
  public String toString() {
    return "Arg" + index;
  }
}
