package org.memslot.hotplug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * Finds the slot for memory that is asked for without a slot's name. Called under the controller's
 * lock.
 */
record SlotFinder(List<SlotEntry> slots, AnonymousSpace space) {
  /** What was found. */
  sealed interface Found {
    /** A free slot, with a place if it had none. */
    record Slot(SlotEntry slot) implements Found {}

    /** No slot, and why. */
    record None(SlotRefusal reason) implements Found {}
  }

  Found find(SlotRequest request) {
    List<SlotEntry> anonymous = slots.stream().filter(SlotEntry::isAnonymous).toList();
    return anonymous.isEmpty() && !slots.isEmpty()
        ? findFixed(request)
        : findAnonymous(request, anonymous);
  }

  private Found findAnonymous(SlotRequest request, List<SlotEntry> anonymous) {
    Optional<SlotEntry> free =
        anonymous.stream().filter(slot -> slot.state() == SlotState.EMPTY).findFirst();
    if (free.isEmpty()) {
      return new Found.None(new SlotRefusal.NoFreeSlot(anonymous.size()));
    }
    SlotEntry slot = free.get();
    List<AddressMap.Occupied> taken = new ArrayList<>();
    long used = 0;
    for (SlotEntry other : slots) {
      Optional<AddressRange> range = other.range();
      if (range.isPresent()) {
        taken.add(new AddressMap.Occupied("memslot " + other.id(), range.get()));
        used += other.isAnonymous() ? range.get().length() : 0;
      }
    }
    return switch (space.find(slot.id(), request, taken, ByteSize.of(used))) {
      case AnonymousSpace.Place.Nowhere(SlotProblem reason) ->
          new Found.None(new SlotRefusal.CannotPlace(reason));
      case AnonymousSpace.Place.At(AddressRange range) -> {
        slot.assign(range, request.node());
        yield new Found.Slot(slot);
      }
    };
  }

  /** Where every slot has its range from the start, one of exactly that size is taken. */
  private Found findFixed(SlotRequest request) {
    List<SlotEntry> free = slots.stream().filter(slot -> slot.state() == SlotState.EMPTY).toList();
    Optional<SlotEntry> suitable = free.stream().filter(slot -> slot.suits(request)).findFirst();
    return suitable.isPresent()
        ? new Found.Slot(suitable.get())
        : new Found.None(
            new SlotRefusal.NoSlotOfThatSize(
                request.size(), free.stream().map(SlotEntry::snapshot).toList()));
  }
}
