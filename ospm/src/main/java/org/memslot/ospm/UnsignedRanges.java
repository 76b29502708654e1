package org.memslot.ospm;

import com.google.common.collect.Range;
import com.google.common.primitives.UnsignedLong;
import org.memslot.machine.AddressRange;

/**
 * Address ranges as Guava's range maps and sets hold them: half-open, so that two that touch are
 * connected. One that ends with the address space has no upper bound.
 */
final class UnsignedRanges {
  private UnsignedRanges() {}

  /** Returns the range for a map or set. */
  static Range<UnsignedLong> of(AddressRange range) {
    UnsignedLong first = UnsignedLong.fromLongBits(range.first());
    return range.last() == -1
        ? Range.atLeast(first)
        : Range.closedOpen(first, UnsignedLong.fromLongBits(range.last() + 1));
  }

  /** Returns the addresses of a range from a map or set. */
  static AddressRange addresses(Range<UnsignedLong> range) {
    return new AddressRange(
        range.lowerEndpoint().longValue(),
        range.hasUpperBound() ? range.upperEndpoint().longValue() - 1 : -1);
  }
}
