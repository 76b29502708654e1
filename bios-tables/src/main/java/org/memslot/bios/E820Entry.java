package org.memslot.bios;

import static com.google.common.base.Preconditions.checkArgument;

import org.memslot.machine.AddressRange;

/**
 * One range of guest-physical memory and what it is.
 *
 * @param range the addresses, inclusive
 * @param type what they are
 */
public record E820Entry(AddressRange range, E820Type type) implements Comparable<E820Entry> {
  /**
   * @throws IllegalArgumentException if the range is the whole address space: an entry's length has
   *     64 bits
   */
  public E820Entry {
    checkArgument(range.length() != 0, "e820: a length of 2^64 does not fit an entry");
  }

  /** By address, then by type. */
  @Override
  public int compareTo(E820Entry other) {
    int byRange = range.compareTo(other.range);
    return byRange != 0 ? byRange : Integer.compareUnsigned(type.code(), other.type.code());
  }

  /** Whether all of {@code wanted} is RAM of this one entry. */
  public boolean isRamSpanning(AddressRange wanted) {
    return type.equals(E820Type.RAM) && range.contains(wanted);
  }

  @Override
  public String toString() {
    return range + " " + type;
  }
}
