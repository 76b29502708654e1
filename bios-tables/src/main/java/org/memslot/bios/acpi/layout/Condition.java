package org.memslot.bios.acpi.layout;

/**
 * A comparison of two amounts, unsigned.
 *
 * @param left one of them
 * @param comparison how they must compare
 * @param right the other one
 */
public record Condition(Amount left, Comparison comparison, Amount right) {
  /** The order of two amounts. */
  public enum Comparison {
    /** The same. */
    EQUAL,
    /** Not the same. */
    DIFFERENT,
    /** The left one is not below the right one. */
    AT_LEAST,
    /** The left one is below the right one. */
    BELOW
  }
}
