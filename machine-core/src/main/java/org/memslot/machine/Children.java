package org.memslot.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The placements in one container. Those that exclude each other are found by address in
 * logarithmic time; those with a priority, of which a machine has few, are searched one after the
 * other.
 */
final class Children {
  private final TreeMap<Long, Placement> exclusive = new TreeMap<>(Long::compareUnsigned);
  private final List<Placement> layered = new ArrayList<>();

  void add(Placement placement) {
    if (placement.exclusive()) {
      exclusive.put(placement.base(), placement);
    } else {
      layered.add(placement);
    }
  }

  void remove(Placement placement) {
    if (placement.exclusive()) {
      exclusive.remove(placement.base());
    } else {
      layered.remove(placement);
    }
  }

  boolean isEmpty() {
    return exclusive.isEmpty() && layered.isEmpty();
  }

  /** The first exclusive placement in the way of a range. */
  Optional<Placement> inTheWay(AddressRange range) {
    return Optional.ofNullable(exclusive.floorEntry(range.last()))
        .map(Map.Entry::getValue)
        .filter(p -> p.range().overlaps(range));
  }

  /** Enabled placements that share an address with a range, what is seen first, first. */
  List<Placement> overlapping(AddressRange range) {
    List<Placement> found = new ArrayList<>();
    Map.Entry<Long, Placement> entry = exclusive.floorEntry(range.last());
    while (entry != null && entry.getValue().range().overlaps(range)) {
      found.add(entry.getValue());
      entry = exclusive.lowerEntry(entry.getKey());
    }
    for (Placement placement : layered) {
      if (placement.range().overlaps(range)) {
        found.add(placement);
      }
    }
    found.removeIf(p -> !p.enabled());
    found.sort(null);
    return found;
  }

  List<Placement> all() {
    List<Placement> all = new ArrayList<>(exclusive.values());
    all.addAll(layered);
    return all;
  }
}
