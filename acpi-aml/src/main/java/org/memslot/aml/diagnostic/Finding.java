package org.memslot.aml.diagnostic;

/**
 * One breach of a rule.
 *
 * @param rule what is broken
 * @param table the table that it stands in, by the name that the caller gave it
 * @param place where in that table: an absolute path such as {@code \_SB.PCI0._CRS}, a field with
 *     its offset, or an offset in bytes from the start of the table
 * @param message what is wrong, with the value and what was expected
 */
public record Finding(Rule rule, String table, String place, String message) {
  /** Returns {@code TABLE: PLACE: MESSAGE [RULE]}. */
  @Override
  public String toString() {
    return table + ": " + place + ": " + message + " [" + rule.id() + "]";
  }
}
