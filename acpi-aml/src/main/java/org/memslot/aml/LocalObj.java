package org.memslot.aml;

/**
 * A local variable of the running method: Local0 to Local7 (ACPI 6.5, 20.2.6.2).
 *
 * @param index from 0 to 7
 */
public record LocalObj(int index) implements SimpleName {
  /** The number of local variables that a method has. */
  public static final int COUNT = 8;

  /** Refuses an index that no local variable has. */
  public LocalObj {
    InvalidTermException.requireRange("LocalObj", index, 0, COUNT - 1);
  }

  @Override
  public String toString() {
    return "Local" + index;
  }
}
