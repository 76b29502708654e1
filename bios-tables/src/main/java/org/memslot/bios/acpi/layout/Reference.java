package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Optional;

/**
 * Items elsewhere in the enclosing structure. The fields after the reference go on where the fields
 * before it ended.
 *
 * @param offset from the first byte of the enclosing structure; 0 means there are none
 * @param length bytes that belong to the items; none for as many as they take
 * @param items what stands there
 */
public record Reference(Amount offset, Optional<Amount> length, List<Item> items) implements Item {
  /** Copies the list. */
  public Reference {
    items = List.copyOf(items);
  }
}
