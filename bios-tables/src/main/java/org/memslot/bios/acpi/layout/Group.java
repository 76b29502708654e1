package org.memslot.bios.acpi.layout;

import java.util.List;

/**
 * Fields under a title of their own, such as the five of a generic address.
 *
 * @param title shown above them
 * @param items the fields
 */
public record Group(String title, List<Item> items) implements Item {
  /** Copies the list. */
  public Group {
    items = List.copyOf(items);
  }
}
