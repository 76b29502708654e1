package org.memslot.bios.acpi.layout;

import java.util.List;

/**
 * A named range of a field's bits.
 *
 * @param name the specification's
 * @param firstBit the lowest bit, counted from 0
 * @param bits how many
 * @param meanings of its values
 */
public record Flag(String name, int firstBit, int bits, List<Meaning> meanings) implements Detail {
  /** Copies the list. */
  public Flag {
    meanings = List.copyOf(meanings);
  }

  long of(long field) {
    long shifted = field >>> firstBit;
    return bits == Long.SIZE ? shifted : shifted & ((1L << bits) - 1);
  }
}
