package org.memslot.aml;

import org.memslot.aml.diagnostic.Finding;

/**
 * Something wrong with a definition block.
 *
 * @param rule which rule it breaks
 * @param offset the offset in the table's bytes, from the first byte of the header; -1 where a tree
 *     was examined that has no bytes
 * @param scope the path of the innermost named object around it
 * @param message what is wrong
 */
public record AmlProblem(AmlRule rule, int offset, NameString scope, String message) {
  /** Bytes that could not be decoded. */
  public AmlProblem(int offset, NameString scope, String message) {
    this(AmlRule.UNDECODED, offset, scope, message);
  }

  /**
   * Returns the problem as a finding whose place is the scope.
   *
   * @param table what the caller calls the table
   */
  public Finding toFinding(String table) {
    String at = offset < 0 ? "" : " at 0x" + Integer.toHexString(offset);
    return new Finding(rule, table, scope.toString(), message + at);
  }

  @Override
  public String toString() {
    return (offset < 0 ? "" : "0x" + Integer.toHexString(offset) + " ")
        + "in "
        + scope
        + ": "
        + message;
  }
}
