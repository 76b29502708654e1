package org.memslot.ospm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.memslot.machine.AddressRange;

/**
 * The memory the guest uses, by node, and the marks on it that say it cannot go. Safe for any
 * thread: whoever marks memory does so against the driver that takes it away.
 */
final class OnlineMemory {
  /** Linux adds and removes memory in blocks of this size on x86-64. */
  static final long BLOCK_SIZE = 128L << 20;

  private record Piece(AddressRange range, int node) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Long, Integer> marks = new HashMap<>();

  /** Adds memory. */
  synchronized void add(AddressRange range, int node) {
    pieces.add(new Piece(range, node));
  }

  /** Tells whether all of the range is in use. */
  synchronized boolean covers(AddressRange range) {
    List<AddressRange> rest = new ArrayList<>(List.of(range));
    for (Piece piece : pieces) {
      List<AddressRange> outside = new ArrayList<>();
      rest.forEach(part -> outside.addAll(subtract(part, piece.range)));
      rest = outside;
    }
    return rest.isEmpty();
  }

  /** Returns memory in use that the range overlaps, if any. */
  synchronized Optional<AddressRange> overlap(AddressRange range) {
    return pieces.stream().map(Piece::range).filter(range::overlaps).findFirst();
  }

  /**
   * Takes memory out of use unless it is marked.
   *
   * @return the marked address that keeps it, empty if the memory is out of use now
   */
  synchronized Optional<Long> remove(List<AddressRange> ranges) {
    Optional<Long> marked = markedIn(ranges);
    if (marked.isPresent()) {
      return marked;
    }
    for (AddressRange range : ranges) {
      List<Piece> rest = new ArrayList<>();
      for (Piece piece : pieces) {
        subtract(piece.range, range).forEach(part -> rest.add(new Piece(part, piece.node)));
      }
      pieces.clear();
      pieces.addAll(rest);
    }
    return Optional.empty();
  }

  /** Returns a marked address in the ranges. */
  synchronized Optional<Long> markedIn(List<AddressRange> ranges) {
    return marks.keySet().stream()
        .filter(address -> ranges.stream().anyMatch(range -> range.contains(address)))
        .findFirst();
  }

  /** Marks an address as in use by something that cannot move; false if there is no memory. */
  synchronized boolean mark(long address) {
    if (pieces.stream().noneMatch(piece -> piece.range.contains(address))) {
      return false;
    }
    marks.merge(address, 1, Integer::sum);
    return true;
  }

  /** Takes a mark back; false if there is none. */
  synchronized boolean unmark(long address) {
    Integer count = marks.get(address);
    if (count == null) {
      return false;
    }
    if (count == 1) {
      marks.remove(address);
    } else {
      marks.put(address, count - 1);
    }
    return true;
  }

  /** Returns the bytes in use. */
  synchronized long total() {
    return pieces.stream().mapToLong(piece -> piece.range.length()).sum();
  }

  /** Returns the memory of each node. */
  synchronized List<GuestDescription.NodeMemory> nodes() {
    Map<Integer, Long> bytes = new TreeMap<>();
    Map<Integer, Set<Long>> blocks = new TreeMap<>();
    for (Piece piece : pieces) {
      bytes.merge(piece.node, piece.range.length(), Long::sum);
      Set<Long> touched = blocks.computeIfAbsent(piece.node, node -> new HashSet<>());
      long last = Long.divideUnsigned(piece.range.last(), BLOCK_SIZE);
      for (long b = Long.divideUnsigned(piece.range.first(), BLOCK_SIZE); b <= last; b++) {
        touched.add(b);
      }
    }
    return bytes.entrySet().stream()
        .map(
            entry ->
                new GuestDescription.NodeMemory(
                    entry.getKey(),
                    entry.getValue(),
                    blocks.getOrDefault(entry.getKey(), Set.of()).size()))
        .toList();
  }

  /** Returns what is left of a range without another. */
  static List<AddressRange> subtract(AddressRange range, AddressRange hole) {
    if (!range.overlaps(hole)) {
      return List.of(range);
    }
    List<AddressRange> rest = new ArrayList<>();
    if (Long.compareUnsigned(range.first(), hole.first()) < 0) {
      rest.add(new AddressRange(range.first(), hole.first() - 1));
    }
    if (Long.compareUnsigned(range.last(), hole.last()) > 0) {
      rest.add(new AddressRange(hole.last() + 1, range.last()));
    }
    return rest;
  }
}
