package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * Where memory for anonymous slots may lie, and how much of it there may be.
 *
 * @param map what the machine's address space holds besides slots
 * @param capacity the most bytes that all anonymous slots together may have: the machine's maximum
 *     less boot memory and named slots
 */
public record AnonymousSpace(AddressMap map, ByteSize capacity) {
  /** Nowhere: for a machine all of whose slots have a range from the start. */
  public static final AnonymousSpace NONE =
      new AnonymousSpace(
          new AddressMap(List.of(), 0, AddressMap.DEFAULT_ADDRESS_BITS, Set.of()), ByteSize.of(0));

  /** What came of looking for a place. */
  public sealed interface Place {
    /** There is one. */
    record At(AddressRange range) implements Place {}

    /** There is none. */
    record Nowhere(SlotProblem reason) implements Place {}
  }

  /**
   * A place for a request.
   *
   * @param slot the slot's name, for messages
   * @param taken the ranges of all other slots
   * @param used bytes of all anonymous slots
   */
  public Place find(
      String slot, SlotRequest request, List<AddressMap.Occupied> taken, ByteSize used) {
    if (!map.nodes().contains(request.node())) {
      return new Place.Nowhere(new SlotProblem.NoSuchNode(slot, request.node(), map.nodes()));
    }
    long left = capacity.bytes() - used.bytes();
    if (Long.compareUnsigned(request.size().bytes(), left) > 0) {
      return new Place.Nowhere(
          new SlotProblem.BeyondMaximum(slot, request.size(), ByteSize.of(left)));
    }
    SlotPlacement placement = new SlotPlacement(map);
    return switch (request.start()) {
      case SlotStart.At(long start) -> {
        List<SlotProblem> faults = placement.faults(slot, start, request.size(), taken);
        yield faults.isEmpty()
            ? new Place.At(AddressRange.of(start, request.size().bytes()))
            : new Place.Nowhere(faults.getFirst());
      }
      case SlotStart.Auto() -> automatic(slot, request.size(), taken, placement);
    };
  }

  private Place automatic(
      String slot, ByteSize size, List<AddressMap.Occupied> taken, SlotPlacement placement) {
    List<AddressRange> ranges = new ArrayList<>();
    taken.forEach(occupied -> ranges.add(occupied.range()));
    Optional<AddressRange> range = placement.firstFit(size, ranges);
    return range.isPresent()
        ? new Place.At(range.get())
        : new Place.Nowhere(new SlotProblem.NoRoom(slot, size, map.floor(), map.addressBits()));
  }
}
