package org.memslot.aml;

/**
 * Something wrong with a definition block.
 *
 * @param offset the offset in the table's bytes, from the first byte of the header; -1 where a tree
 *     was examined that has no bytes
 * @param scope the path of the innermost named object around it
 * @param message what is wrong
 */
public record AmlProblem(int offset, NameString scope, String message) {
  @Override
  public String toString() {
    return (offset < 0 ? "" : "0x" + Integer.toHexString(offset) + " ")
        + "in "
        + scope
        + ": "
        + message;
  }
}
