package org.memslot.bios.acpi.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * One field.
 *
 * @param name the specification's, unique among the fields of its structure unless it is reserved
 * @param kind how it is read
 * @param width bytes; a text that ends with a NUL takes {@link Amount.ToNul}
 * @param meanings of its values
 * @param flags named bits
 */
public record FieldLayout(
    String name, FieldKind kind, Amount width, List<Meaning> meanings, List<Flag> flags)
    implements Item {
  /** Copies the lists. */
  public FieldLayout {
    meanings = List.copyOf(meanings);
    flags = List.copyOf(flags);
  }

  static FieldLayout of(String name, FieldKind kind, Amount width, Detail... details) {
    List<Meaning> meanings = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    for (Detail detail : details) {
      switch (detail) {
        case Meaning meaning -> meanings.add(meaning);
        case Flag flag -> flags.add(flag);
      }
    }
    return new FieldLayout(name, kind, width, meanings, flags);
  }
}
