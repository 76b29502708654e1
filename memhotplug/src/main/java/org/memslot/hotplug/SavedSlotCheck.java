package org.memslot.hotplug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hotplug.slot.SlotStart;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.SavedSlot;
import org.memslot.hotplug.state.StateFileProblem;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * Judges the slots of a state file as an operator's commands are judged: a file that a machine
 * could not have written, though its checksums are right, changes nothing.
 */
final class SavedSlotCheck {
  private final List<SlotEntry> slots;
  private final AnonymousSpace space;

  SavedSlotCheck(List<SlotEntry> slots, AnonymousSpace space) {
    this.slots = slots;
    this.space = space;
  }

  /** What is wrong first; nothing when the slots can be had. */
  Optional<StateFileProblem> problem(List<SavedSlot> saved) {
    if (saved.size() != slots.size()) {
      return other("it has %d slots, this one %d".formatted(saved.size(), slots.size()));
    }
    for (SlotEntry slot : slots) {
      Optional<StateFileProblem> problem =
          otherSlot(slot, saved.get(slot.index))
              .or(() -> impossibleRequest(saved.get(slot.index)))
              .or(() -> impossiblePlace(slot, saved));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<StateFileProblem> otherSlot(SlotEntry slot, SavedSlot saved) {
    if (!saved.id().equals(slot.id())) {
      return other("its slot %d is %s, here it is %s".formatted(slot.index, saved.id(), slot.id()));
    }
    boolean samePlace = saved.range().equals(slot.range()) && saved.node() == slot.node();
    if (slot.isAnonymous() || samePlace) {
      return Optional.empty();
    }
    return other(
        "slot %s was at %s in node %d, here it is at %s in node %d"
            .formatted(
                slot.id(),
                saved.range().map(Object::toString).orElse("no address"),
                saved.node(),
                slot.range().map(Object::toString).orElse("no address"),
                slot.node()));
  }

  /** A request that is refused or cancelled has to lead back to memory that is offered. */
  private static Optional<StateFileProblem> impossibleRequest(SavedSlot saved) {
    if (saved.state() != SlotState.EJECT_REQUESTED || saved.beforeRequest().isOffered()) {
      return Optional.empty();
    }
    return Optional.of(new StateFileProblem.ImpossibleRequest(saved.id(), saved.beforeRequest()));
  }

  private Optional<StateFileProblem> impossiblePlace(SlotEntry slot, List<SavedSlot> saved) {
    SavedSlot own = saved.get(slot.index);
    if (!slot.isAnonymous() || !own.state().hasMemory()) {
      return Optional.empty();
    }
    List<AddressMap.Occupied> taken = new ArrayList<>();
    long used = 0;
    for (SlotEntry other : slots) {
      SavedSlot there = saved.get(other.index);
      boolean counts = !other.isAnonymous() || there.state().hasMemory();
      if (other != slot && counts) {
        there
            .range()
            .ifPresent(range -> taken.add(new AddressMap.Occupied("memslot " + there.id(), range)));
        used += other.isAnonymous() ? there.range().map(AddressRange::length).orElse(0L) : 0;
      }
    }
    return judge(own, taken, ByteSize.of(used));
  }

  private Optional<StateFileProblem> judge(
      SavedSlot slot, List<AddressMap.Occupied> taken, ByteSize used) {
    AddressRange range = slot.range().orElseThrow();
    try {
      // Its faults name the slot; those of a request do not.
      SlotOptions named =
          new SlotOptions(
              slot.id(),
              ByteSize.of(range.length()),
              SlotStart.at(range.first()),
              slot.node(),
              true);
      SlotRequest request = new SlotRequest(named.size(), named.start(), named.node());
      return switch (space.find(slot.id(), request, taken, used)) {
        case AnonymousSpace.Place.At _ -> Optional.empty();
        case AnonymousSpace.Place.Nowhere(SlotProblem reason) ->
            Optional.of(new StateFileProblem.ImpossiblePlace(reason));
      };
    } catch (SlotOptionException e) {
      return Optional.of(new StateFileProblem.ImpossiblePlace(e.problems().getFirst()));
    }
  }

  private static Optional<StateFileProblem> other(String difference) {
    return Optional.of(
        new StateFileProblem.OtherMachine(
            difference + "; start with the options it was saved with"));
  }
}
