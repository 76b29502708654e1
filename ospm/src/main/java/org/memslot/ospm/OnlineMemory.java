package org.memslot.ospm;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeRangeMap;
import com.google.common.collect.TreeRangeSet;
import com.google.common.primitives.UnsignedLong;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.memslot.machine.AddressRange;

/**
 * The memory the guest uses, by node, and the marks on it that say it cannot go. Safe for any
 * thread: whoever marks memory does so against the driver that takes it away.
 */
final class OnlineMemory {
  /** Linux adds and removes memory in blocks of this size on x86-64. */
  static final long BLOCK_SIZE = 128L << 20;

  private final RangeMap<UnsignedLong, Integer> nodes = TreeRangeMap.create();
  private final Multiset<Long> marks = HashMultiset.create();

  /** Adds memory. */
  synchronized void add(AddressRange range, int node) {
    nodes.put(UnsignedRanges.of(range), node);
  }

  /** Tells whether all of the range is in use. */
  synchronized boolean covers(AddressRange range) {
    return TreeRangeSet.create(overlaps(range).keySet()).encloses(UnsignedRanges.of(range));
  }

  /** Returns memory in use that the range overlaps, if any. */
  synchronized Optional<AddressRange> overlap(AddressRange range) {
    return overlaps(range).keySet().stream().findFirst().map(UnsignedRanges::addresses);
  }

  private Map<Range<UnsignedLong>, Integer> overlaps(AddressRange range) {
    return nodes.subRangeMap(UnsignedRanges.of(range)).asMapOfRanges();
  }

  /**
   * Takes memory out of use unless it is marked.
   *
   * @return the marked address that keeps it, empty if the memory is out of use now
   */
  synchronized Optional<Long> remove(List<AddressRange> ranges) {
    Optional<Long> marked = markedIn(ranges);
    if (marked.isEmpty()) {
      ranges.forEach(range -> nodes.remove(UnsignedRanges.of(range)));
    }
    return marked;
  }

  /** Returns a marked address in the ranges. */
  synchronized Optional<Long> markedIn(List<AddressRange> ranges) {
    return marks.elementSet().stream()
        .filter(address -> ranges.stream().anyMatch(range -> range.contains(address)))
        .findFirst();
  }

  /** Marks an address as in use by something that cannot move; false if there is no memory. */
  synchronized boolean mark(long address) {
    return nodes.get(UnsignedLong.fromLongBits(address)) != null && marks.add(address);
  }

  /** Takes a mark back; false if there is none. */
  synchronized boolean unmark(long address) {
    return marks.remove(address);
  }

  /** Returns the bytes in use. */
  synchronized long total() {
    return nodes.asMapOfRanges().keySet().stream()
        .mapToLong(range -> UnsignedRanges.addresses(range).length())
        .sum();
  }

  /** Returns the memory of each node. */
  synchronized List<GuestDescription.NodeMemory> nodes() {
    Map<Integer, Long> bytes = new TreeMap<>();
    SetMultimap<Integer, Long> blocks = HashMultimap.create();
    nodes
        .asMapOfRanges()
        .forEach(
            (range, node) -> {
              AddressRange piece = UnsignedRanges.addresses(range);
              bytes.merge(node, piece.length(), Long::sum);
              long last = Long.divideUnsigned(piece.last(), BLOCK_SIZE);
              for (long b = Long.divideUnsigned(piece.first(), BLOCK_SIZE); b <= last; b++) {
                blocks.put(node, b);
              }
            });
    return bytes.entrySet().stream()
        .map(
            entry ->
                new GuestDescription.NodeMemory(
                    entry.getKey(), entry.getValue(), blocks.get(entry.getKey()).size()))
        .toList();
  }
}
