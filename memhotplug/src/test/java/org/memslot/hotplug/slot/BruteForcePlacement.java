package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/** Placement by trying every aligned address from the floor up: slow, and plainly right. */
final class BruteForcePlacement {
  private BruteForcePlacement() {}

  /** The ranges in order of the options; empty when any slot cannot be had. */
  static List<AddressRange> place(AddressMap map, List<SlotOptions> options) {
    List<AddressRange> taken = new ArrayList<>();
    map.occupied().forEach(occupied -> taken.add(occupied.range()));
    List<Optional<AddressRange>> ranges = new ArrayList<>();
    for (SlotOptions slot : options) {
      Optional<AddressRange> range = Optional.empty();
      if (slot.start() instanceof SlotStart.At(long start)) {
        range = ifFree(map, taken, start, slot.size().bytes());
        if (range.isEmpty()) {
          return List.of();
        }
        taken.add(range.get());
      }
      ranges.add(range);
    }
    List<AddressRange> result = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Optional<AddressRange> range = ranges.get(i);
      if (range.isEmpty()) {
        range = search(map, taken, options.get(i).size().bytes());
        if (range.isEmpty()) {
          return List.of();
        }
        taken.add(range.get());
      }
      result.add(range.get());
    }
    return result;
  }

  private static Optional<AddressRange> search(
      AddressMap map, List<AddressRange> taken, long size) {
    long step = size >= ByteSize.GIB ? ByteSize.GIB : 128 * ByteSize.MIB;
    for (long start = 0; start < 1L << map.addressBits(); start += step) {
      if (start >= map.floor()) {
        Optional<AddressRange> range = ifFree(map, taken, start, size);
        if (range.isPresent()) {
          return range;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<AddressRange> ifFree(
      AddressMap map, List<AddressRange> taken, long start, long size) {
    if (start + size > 1L << map.addressBits()) {
      return Optional.empty();
    }
    AddressRange range = new AddressRange(start, start + size - 1);
    return taken.stream().anyMatch(range::overlaps) ? Optional.empty() : Optional.of(range);
  }
}
