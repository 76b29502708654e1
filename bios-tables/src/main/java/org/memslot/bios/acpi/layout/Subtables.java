package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Optional;

/**
 * Structures with a common head, whose type selects what follows. A type that the layout does not
 * have is shown as bytes.
 *
 * @param head the common fields
 * @param type the field of the head that selects the body
 * @param length bytes of a structure with its head, from the fields of the head; none if the body's
 *     fields alone determine it
 * @param count how many; none for structures up to the end of the enclosing one
 * @param types the bodies
 */
public record Subtables(
    List<Item> head,
    Amount type,
    Optional<Amount> length,
    Optional<Amount> count,
    List<Subtable> types)
    implements Item {
  /** Copies the lists. */
  public Subtables {
    head = List.copyOf(head);
    types = List.copyOf(types);
  }

  /** Returns the same structures, {@code number} of them. */
  public Subtables counted(Amount number) {
    return new Subtables(head, type, length, Optional.of(number), types);
  }

  /** Finds the body of a type. */
  Optional<Subtable> find(long wanted) {
    for (Subtable candidate : types) {
      if (candidate.covers(wanted)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
