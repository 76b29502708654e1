package org.memslot.cli.map;

import org.memslot.cli.console.TextTable;
import org.memslot.machine.ByteSize;

/** The map as text: a line for each stretch. */
public final class MapText {
  private MapText() {}

  /** The map's lines, headings first. */
  public static String of(MemoryMap map) {
    TextTable table = new TextTable("first", "last", "size", "kind", "what");
    for (MapEntry entry : map.entries()) {
      String what =
          entry.detail().isEmpty() ? entry.name() : entry.name() + " (" + entry.detail() + ")";
      table.row(
          "0x%012x".formatted(entry.range().first()),
          "0x%012x".formatted(entry.range().last()),
          ByteSize.of(entry.range().length()).toString(),
          entry.kind().word(),
          what);
    }
    return String.join("\n", table.lines());
  }
}
