package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Optional;

/**
 * Items that stand there several times.
 *
 * @param title of each element; empty for elements without a title
 * @param count how often; none for elements up to the end of the structure
 * @param items of one element
 */
public record Repeat(String title, Optional<Amount> count, List<Item> items) implements Item {
  /** Copies the list. */
  public Repeat {
    items = List.copyOf(items);
  }
}
