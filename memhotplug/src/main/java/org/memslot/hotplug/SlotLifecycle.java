package org.memslot.hotplug;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.memslot.hotplug.SlotTrigger.Guest;
import org.memslot.hotplug.SlotTrigger.Machine;
import org.memslot.hotplug.SlotTrigger.Operator;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.RamRegion;

/**
 * Carries out what {@link SlotTransitions} decides: what each action does to memory, registers and
 * listeners. Every method is called under the controller's lock and none waits.
 */
final class SlotLifecycle {
  private final SlotMemory memory;
  private final HotplugDevice device;
  private final SlotFacts facts;
  private final EventChannel events;
  private final Owner owner;

  /** What the controller does for slots. */
  interface Owner {
    /** What speaks against memory in a slot that has a range. */
    Optional<SlotRefusal> objection(SlotEntry slot);

    /** Notes that the guest is to be interrupted once the lock is free. */
    void tellGuest();

    /** Hears, on any thread, of an ejecting slot that nobody holds any more. */
    void drained(SlotEntry slot);

    /** Counts what the guest should not have done. */
    void count(GuestFault fault, SlotEntry slot);
  }

  SlotLifecycle(
      SlotMemory memory, HotplugDevice device, SlotFacts facts, EventChannel events, Owner owner) {
    this.memory = memory;
    this.device = device;
    this.facts = facts;
    this.events = events;
    this.owner = owner;
  }

  CommandResult command(SlotEntry slot, Operator command) {
    return switch (SlotTransitions.decide(command, slot.state(), is -> facts.hold(is, slot))) {
      case SlotAction.Refuse(String reason) ->
          new CommandResult.Refused(
              new SlotRefusal.NotNow(slot.id(), command.command(), slot.state(), reason));
      case SlotAction.Obey action -> obey(slot, action);
    };
  }

  private CommandResult obey(SlotEntry slot, SlotAction.Obey action) {
    return switch (action) {
      case POPULATE -> add(slot);
      case OFFER_AGAIN -> {
        slot.offerAgain();
        device.announceInsertion(slot.index);
        owner.tellGuest();
        yield started(slot, "the guest, which could not add it before, is told of it again");
      }
      case ASK -> {
        slot.requestRemoval();
        device.announceRemoval(slot.index);
        yield asked(slot);
      }
      case ASK_ANEW -> {
        slot.requestRemoval();
        device.announceRemovalAgain(slot.index);
        yield asked(slot);
      }
      case ASK_AGAIN -> {
        slot.askAgain();
        device.announceRemovalAgain(slot.index);
        owner.tellGuest();
        yield started(slot, "the guest was asked already and is asked again");
      }
      case TAKE_BACK -> {
        beginEjection(slot);
        yield started(slot, "the guest never took it; it is taken back");
      }
      case CANCEL -> {
        slot.cancel();
        device.withdrawRemoval(slot.index);
        record(slot, SlotEvent.EjectCancelled::new);
        yield started(slot, "the request is taken back");
      }
    };
  }

  private CommandResult add(SlotEntry slot) {
    if (slot.range().isEmpty()) {
      return new CommandResult.Refused(new SlotRefusal.NeedsSize(slot.id()));
    }
    Optional<SlotRefusal> refusal = owner.objection(slot).or(() -> populate(List.of(slot)));
    if (refusal.isPresent()) {
      return new CommandResult.Refused(refusal.get());
    }
    device.announceInsertion(slot.index);
    owner.tellGuest();
    return started(slot, "memory is at " + where(slot) + "; the guest is told");
  }

  private CommandResult asked(SlotEntry slot) {
    record(slot, SlotEvent.EjectRequested::new);
    owner.tellGuest();
    return started(slot, "the guest is asked to give it back");
  }

  /** Tells once of a request that the guest has not answered within a limit. */
  void checkOverdue(SlotEntry slot, Instant now, Duration limit) {
    Optional<Duration> waited = slot.waited(now);
    if (waited.isPresent() && waited.get().compareTo(limit) >= 0 && !slot.isOverdueTold()) {
      slot.overdueTold();
      record(slot, (stamp, id) -> new SlotEvent.EjectOverdue(stamp, id, waited.get()));
    }
  }

  /** Puts memory on the bus for empty slots, all at once or none, without a word to the guest. */
  Optional<SlotRefusal> populate(List<SlotEntry> empty) {
    List<SlotMemory.Wanted> wanted = empty.stream().map(SlotLifecycle::wanted).toList();
    return switch (memory.allocate(wanted)) {
      case SlotMemory.Outcome.Failed(SlotRefusal reason) -> Optional.of(reason);
      case SlotMemory.Outcome.Done(List<RamRegion> regions) -> attach(empty, wanted, regions);
    };
  }

  private Optional<SlotRefusal> attach(
      List<SlotEntry> empty, List<SlotMemory.Wanted> wanted, List<RamRegion> regions) {
    return switch (memory.attach(wanted, regions)) {
      case SlotMemory.Outcome.Failed(SlotRefusal reason) -> Optional.of(reason);
      case SlotMemory.Outcome.Done(List<RamRegion> present) -> {
        for (int i = 0; i < present.size(); i++) {
          SlotEntry slot = empty.get(i);
          AddressRange range = wanted.get(i).range();
          slot.populate(present.get(i));
          record(slot, (stamp, id) -> new SlotEvent.Populated(stamp, id, range, slot.node()));
        }
        yield Optional.empty();
      }
    };
  }

  private static SlotMemory.Wanted wanted(SlotEntry slot) {
    return new SlotMemory.Wanted(slot.id(), slot.range().orElseThrow());
  }

  void guest(SlotEntry slot, Guest report, OstStatus status) {
    switch (SlotTransitions.decide(report, slot.state(), is -> facts.hold(is, slot))) {
      case GO_ONLINE -> {
        slot.online();
        record(slot, SlotEvent.Online::new);
      }
      case NOTE_ONLINE -> {
        slot.onlineDuringRequest();
        record(slot, SlotEvent.Online::new);
      }
      case DECLINE -> decline(slot, status);
      case LEAVE_DECLINED -> {
        decline(slot, status);
        beginEjection(slot);
      }
      case NOTE_REMOVAL -> {
        slot.removalStarted();
        record(slot, SlotEvent.EjectStarted::new);
      }
      case KEEP -> {
        slot.refuse();
        record(slot, (stamp, id) -> new SlotEvent.EjectRefused(stamp, id, status));
      }
      case EJECT -> beginEjection(slot);
      case EJECT_UNREQUESTED -> {
        unrequestedEject(slot, true);
        beginEjection(slot);
      }
      case OFFER_CROSSED -> offerRetained(slot, SlotEvent.EjectCrossed::new);
      case OFFER_REFUSED -> offerRetained(slot, SlotEvent.EjectedAfterRefusal::new);
      case COUNT_AND_TELL -> {
        owner.count(GuestFault.UNREQUESTED_EJECT, slot);
        unrequestedEject(slot, false);
        // The 2012 AML has recorded that the memory is gone; with a scan it finds that it is not.
        owner.tellGuest();
      }
      case COUNT_EJECT -> owner.count(GuestFault.UNREQUESTED_EJECT, slot);
      case COUNT -> owner.count(GuestFault.UNEXPECTED_REPORT, slot);
    }
  }

  private void decline(SlotEntry slot, OstStatus status) {
    slot.decline();
    record(slot, (stamp, id) -> new SlotEvent.AddRefused(stamp, id, status));
  }

  /** Every one is counted; of those between two changes of the slot's state one is an event. */
  private void unrequestedEject(SlotEntry slot, boolean allowed) {
    if (slot.countUnrequestedEject()) {
      // It is no outcome of anything.
      events.record(stamp -> new SlotEvent.EjectUnrequested(stamp, slot.id(), allowed));
    }
  }

  /** Memory that stays on the bus, whatever the guest or the operator did, is new to the guest. */
  private void offerRetained(
      SlotEntry slot, BiFunction<SlotEvent.Stamp, String, ? extends SlotEvent.OfSlot> event) {
    slot.retain();
    device.announceInsertion(slot.index);
    record(slot, event);
    owner.tellGuest();
  }

  /**
   * The guest has let go, or never took hold: the memory leaves as soon as nobody on the host holds
   * it.
   */
  private void beginEjection(SlotEntry slot) {
    RamRegion ram = slot.ram().orElseThrow();
    slot.enter(SlotState.EJECTING);
    device.announceEmpty(slot.index);
    var unheld = ram.drain();
    if (!unheld.isDone()) {
      record(slot, (stamp, id) -> new SlotEvent.Ejecting(stamp, id, slot.holders()));
    }
    // A drain that is cancelled never completes normally, and then there is nothing to take away.
    var _ = unheld.thenRun(() -> owner.drained(slot));
  }

  /**
   * Takes the memory of slots that nobody holds off the bus, all at once.
   *
   * @return the memory that left the bus; none if the bus refused, and then the slots are populated
   *     again
   */
  List<RamRegion> detach(List<SlotEntry> ejecting) {
    List<RamRegion> regions = new ArrayList<>();
    ejecting.forEach(slot -> slot.ram().ifPresent(regions::add));
    Optional<String> refusal = memory.detach(regions);
    if (refusal.isEmpty()) {
      return regions;
    }
    for (SlotEntry slot : ejecting) {
      machine(slot, Machine.RETAINED, refusal.get());
    }
    return List.of();
  }

  /** The memory is off the bus and given back to the host. */
  void emptied(SlotEntry slot) {
    machine(slot, Machine.DRAINED, "");
  }

  /** The memory was leaving when the machine was saved, and is not in what was restored. */
  void leftWhileSaved(SlotEntry slot) {
    record(slot, SlotEvent.Deleted::new);
  }

  void reset(List<SlotEntry> slots, ResetMode mode) {
    device.reset();
    events.record(SlotEvent.GuestReset::new);
    for (SlotEntry slot : slots) {
      boolean forgotten = mode == ResetMode.FORGET && !slot.isPopulatedAtStart();
      machine(slot, forgotten ? Machine.RESET_TO_START : Machine.RESET, "");
      if (slot.state().isOffered()) {
        slot.exposure().showKnown();
      }
      slot.settle();
    }
  }

  /** The reason is what the bus says about memory that it keeps. */
  private void machine(SlotEntry slot, Machine event, String reason) {
    switch (SlotTransitions.decide(event, slot.state())) {
      case FORGET_USE -> slot.enter(SlotState.POPULATED);
      case LEAVE -> beginEjection(slot);
      case EMPTY -> {
        slot.empty();
        record(slot, SlotEvent.Deleted::new);
      }
      case OFFER_RETAINED -> {
        slot.ram().ifPresent(RamRegion::cancelDrain);
        offerRetained(slot, (stamp, id) -> new SlotEvent.EjectFailed(stamp, id, reason));
      }
      case NOTHING -> {}
    }
  }

  private void record(
      SlotEntry slot, BiFunction<SlotEvent.Stamp, String, ? extends SlotEvent.OfSlot> event) {
    slot.note(events.<SlotEvent.OfSlot>record(stamp -> event.apply(stamp, slot.id())));
  }

  private static String where(SlotEntry slot) {
    return slot.range().map(Object::toString).orElse("no address");
  }

  private static CommandResult started(SlotEntry slot, String message) {
    return new CommandResult.Started(
        slot.snapshot(), "memslot %s: %s".formatted(slot.id(), message));
  }
}
