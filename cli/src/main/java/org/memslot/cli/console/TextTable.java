package org.memslot.cli.console;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;

/** Columns of text under headings, each as wide as its widest cell. */
public final class TextTable {
  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  public TextTable(String... headings) {
    columns = headings.length;
    row(headings);
  }

  /** Adds a row: a cell for each heading. */
  public void row(String... cells) {
    checkArgument(cells.length == columns, "%s cells in %s columns", cells.length, columns);
    rows.add(List.of(cells));
  }

  /** The table's lines, without blanks at their ends. */
  public List<String> lines() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      line.append(row.get(column)).repeat(' ', widths[column] + 2 - row.get(column).length());
    }
    return line.toString().stripTrailing();
  }
}
