package org.memslot.machine;

import java.util.Optional;

/**
 * An inclusive range of unsigned 64-bit addresses, never empty: {@code [first, last]}.
 *
 * <p>Both ends are inclusive so that a range may end at the last byte of the space,
 * 2<sup>64</sup>-1. This record is the one place where base plus length is checked for overflow.
 *
 * @param first lowest address, unsigned
 * @param last highest address, unsigned, not below {@code first}
 */
public record AddressRange(long first, long last) implements Comparable<AddressRange> {
  /** The whole 64-bit space. */
  public static final AddressRange ALL = new AddressRange(0, -1L);

  /**
   * Checks the order of the ends.
   *
   * @throws AddressRangeException when {@code last} is below {@code first}
   */
  public AddressRange {
    if (Long.compareUnsigned(first, last) > 0) {
      throw new AddressRangeException(
          first, last, "ends at 0x%x, before it starts at 0x%x".formatted(last, first));
    }
  }

  /**
   * The range of {@code length} bytes from {@code base}.
   *
   * @param base lowest address, unsigned
   * @param length bytes, unsigned, not 0
   * @return the range
   * @throws AddressRangeException when the length is 0 or the range would run past 2<sup>64</sup>
   */
  public static AddressRange of(long base, long length) {
    if (length == 0) {
      throw new AddressRangeException(base, length, "length 0 at 0x%x".formatted(base));
    }
    long last = base + (length - 1);
    if (Long.compareUnsigned(last, base) < 0) {
      throw new AddressRangeException(
          base,
          length,
          "0x%x bytes from 0x%x run past the end of the 64-bit space".formatted(length, base));
    }
    return new AddressRange(base, last);
  }

  /**
   * The number of addresses in the range.
   *
   * @return bytes, unsigned; 0 stands for 2<sup>64</sup>, the length of {@link #ALL}
   */
  public long length() {
    return last - first + 1;
  }

  /**
   * Whether an address lies in the range.
   *
   * @param address unsigned
   * @return true when it does
   */
  public boolean contains(long address) {
    return Long.compareUnsigned(address - first, last - first) <= 0;
  }

  /**
   * Whether every address of another range lies in this one.
   *
   * @param other the other range
   * @return true when it does
   */
  public boolean contains(AddressRange other) {
    return contains(other.first)
        && contains(other.last)
        && Long.compareUnsigned(first, other.first) <= 0;
  }

  /**
   * Whether the two ranges share an address.
   *
   * @param other the other range
   * @return true when they do
   */
  public boolean overlaps(AddressRange other) {
    return Long.compareUnsigned(first, other.last) <= 0
        && Long.compareUnsigned(other.first, last) <= 0;
  }

  /**
   * The addresses that both ranges contain.
   *
   * @param other the other range
   * @return the shared range, empty when they share nothing
   */
  public Optional<AddressRange> intersection(AddressRange other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    long low = Long.compareUnsigned(first, other.first) >= 0 ? first : other.first;
    long high = Long.compareUnsigned(last, other.last) <= 0 ? last : other.last;
    return Optional.of(new AddressRange(low, high));
  }

  /** Orders by first address, then by last, both unsigned. */
  @Override
  public int compareTo(AddressRange other) {
    int order = Long.compareUnsigned(first, other.first);
    return order != 0 ? order : Long.compareUnsigned(last, other.last);
  }

  @Override
  public String toString() {
    return "0x%x-0x%x".formatted(first, last);
  }
}
