package org.memslot.machine;

import java.util.List;
import java.util.Optional;

/**
 * An immutable picture of an address space: who answers which addresses, ordered, without overlaps.
 */
public final class FlatView {
  private final List<FlatRange> ranges;

  FlatView(List<FlatRange> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /**
   * All claimed ranges in order of address.
   *
   * @return an immutable list
   */
  public List<FlatRange> ranges() {
    return ranges;
  }

  /**
   * The range that answers an address.
   *
   * @param address unsigned
   * @return the range, empty where nothing answers
   */
  public Optional<FlatRange> find(long address) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      FlatRange range = ranges.get(mid);
      if (range.range().contains(address)) {
        return Optional.of(range);
      }
      if (Long.compareUnsigned(address, range.range().first()) < 0) {
        high = mid - 1;
      } else {
        low = mid + 1;
      }
    }
    return Optional.empty();
  }
}
