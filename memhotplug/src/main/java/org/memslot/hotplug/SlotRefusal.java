package org.memslot.hotplug;

import java.util.List;
import java.util.stream.Collectors;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.ByteSize;

/** Why a command was refused. Nothing was changed. */
public sealed interface SlotRefusal {
  /** One line for the operator: what was refused, why, and the way out. */
  String message();

  /**
   * There is no slot of that name.
   *
   * @param id the name
   * @param known the names there are
   */
  record UnknownSlot(String id, List<String> known) implements SlotRefusal {
    /** Copies the names. */
    public UnknownSlot {
      known = List.copyOf(known);
    }

    @Override
    public String message() {
      return "memslot %s: no such slot; %s"
          .formatted(
              id,
              known.isEmpty() ? "the machine has none" : "there are " + String.join(", ", known));
    }
  }

  /**
   * The slot's state does not allow it.
   *
   * @param id the slot
   * @param command what was asked for
   * @param state the state it is in
   * @param reason why, and the way out
   */
  record NotNow(String id, String command, SlotState state, String reason) implements SlotRefusal {
    @Override
    public String message() {
      return "memslot %s %s: the slot is %s: %s".formatted(id, command, state.word(), reason);
    }
  }

  /**
   * The host has no memory for it. The slot stays empty.
   *
   * @param id the slot
   * @param size the bytes asked for
   * @param reason what the host said
   */
  record NoHostMemory(String id, ByteSize size, String reason) implements SlotRefusal {
    @Override
    public String message() {
      return "memslot %s add: the host has no %s to give (%s); the slot stays empty"
          .formatted(id, size, reason);
    }
  }

  /**
   * The memory bus would not take it. The slot stays empty.
   *
   * @param id the slot
   * @param reason what the bus said
   */
  record BusRefused(String id, String reason) implements SlotRefusal {
    @Override
    public String message() {
      return "memslot %s add: the memory bus refused it: %s; the slot stays empty"
          .formatted(id, reason);
    }
  }

  /**
   * Memory that the guest could not be told of at its next start. The slot stays empty.
   *
   * @param id the slot
   * @param reason why, and the way out
   */
  record CannotBeListed(String id, String reason) implements SlotRefusal {
    @Override
    public String message() {
      return "memslot %s add: %s; the slot stays empty".formatted(id, reason);
    }
  }

  /**
   * An anonymous slot was named without saying how much memory it is to get.
   *
   * @param id the slot
   */
  record NeedsSize(String id) implements SlotRefusal {
    @Override
    public String message() {
      return "memslot %s add: the slot has no size of its own".formatted(id);
    }
  }

  /**
   * No anonymous slot is free.
   *
   * @param count how many there are
   */
  record NoFreeSlot(int count) implements SlotRefusal {
    @Override
    public String message() {
      return count == 0
          ? "the machine has no anonymous slots"
          : "all %d anonymous slots have memory; delete one, or start with more slots"
              .formatted(count);
    }
  }

  /**
   * Every slot has a range of its own, and none that is free is what was asked for.
   *
   * @param size the size asked for
   * @param free the slots that are free
   */
  record NoSlotOfThatSize(ByteSize size, List<MemorySlot> free) implements SlotRefusal {
    /** Copies the slots. */
    public NoSlotOfThatSize {
      free = List.copyOf(free);
    }

    @Override
    public String message() {
      return "the slots' ranges were fixed at the start and no free one is %s there; %s"
          .formatted(
              size,
              free.isEmpty()
                  ? "all have memory: delete one"
                  : "free are "
                      + free.stream()
                          .limit(8)
                          .map(
                              slot ->
                                  "%s (%s in node %d)"
                                      .formatted(slot.id(), slot.size(), slot.node()))
                          .collect(Collectors.joining(", ")));
    }
  }

  /**
   * The memory asked for cannot be placed.
   *
   * @param problem why, and the way out
   */
  record CannotPlace(SlotProblem problem) implements SlotRefusal {
    @Override
    public String message() {
      return problem.message();
    }
  }
}
