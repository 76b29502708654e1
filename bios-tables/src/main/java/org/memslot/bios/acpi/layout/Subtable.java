package org.memslot.bios.acpi.layout;

import java.util.List;

/**
 * The body of one type of subtable.
 *
 * @param firstType its type
 * @param lastType the last of a range of types; {@code firstType} for a single one
 * @param title shown beside the type
 * @param items what follows the head
 */
public record Subtable(long firstType, long lastType, String title, List<Item> items) {
  /** Copies the list. */
  public Subtable {
    items = List.copyOf(items);
  }

  boolean covers(long type) {
    return Long.compareUnsigned(firstType, type) <= 0 && Long.compareUnsigned(type, lastType) <= 0;
  }
}
