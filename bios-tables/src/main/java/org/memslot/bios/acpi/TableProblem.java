package org.memslot.bios.acpi;

/**
 * Something wrong with a table.
 *
 * @param table its signature, in a form that can be printed
 * @param offset of the byte that is wrong, from the start of the table
 * @param problem what is wrong, with value and what it should be
 */
public record TableProblem(String table, long offset, String problem) {
  @Override
  public String toString() {
    return "%s: at offset 0x%x: %s".formatted(table, offset, problem);
  }
}
