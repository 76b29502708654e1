package org.memslot.hotplug;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.RamRegion;

/**
 * Carries out {@link SlotTransitions}: what each entry of the table does to memory, registers and
 * listeners. Every method is called under the controller's lock and none waits.
 */
final class SlotLifecycle {
  private final SlotMemory memory;
  private final HotplugDevice device;
  private final boolean asksWithoutAcceptance;
  private final EventChannel events;
  private final GuestFaultCounters faults;
  private final HotplugSettings settings;
  private final Function<SlotEntry, Optional<SlotRefusal>> objection;
  private final Runnable tellGuest;
  private final Consumer<SlotEntry> onDrained;

  /**
   * The life of slots.
   *
   * @param objection what speaks against memory in a slot that has a range
   * @param tellGuest notes that the guest is to be interrupted once the lock is free
   * @param onDrained hears, on any thread, of an ejecting slot that nobody holds any more
   */
  SlotLifecycle(
      SlotMemory memory,
      HotplugDevice device,
      boolean asksWithoutAcceptance,
      EventChannel events,
      GuestFaultCounters faults,
      HotplugSettings settings,
      Function<SlotEntry, Optional<SlotRefusal>> objection,
      Runnable tellGuest,
      Consumer<SlotEntry> onDrained) {
    this.memory = memory;
    this.device = device;
    this.asksWithoutAcceptance = asksWithoutAcceptance;
    this.events = events;
    this.faults = faults;
    this.settings = settings;
    this.objection = objection;
    this.tellGuest = tellGuest;
    this.onDrained = onDrained;
  }

  CommandResult add(SlotEntry slot) {
    if (slot.isDeclined() && slot.state() == SlotState.POPULATED) {
      slot.offerAgain();
      device.announceInsertion(slot.index);
      tellGuest.run();
      return started(slot, "the guest, which could not add it before, is told of it again");
    }
    if (SlotTransitions.of(slot.state(), SlotTrigger.ADD)
        instanceof SlotTransition.Refuse(String reason)) {
      return refused(slot, "add", reason);
    }
    if (slot.range().isEmpty()) {
      return new CommandResult.Refused(new SlotRefusal.NeedsSize(slot.id()));
    }
    Optional<SlotRefusal> refusal = objection.apply(slot).or(() -> populate(List.of(slot)));
    if (refusal.isPresent()) {
      return new CommandResult.Refused(refusal.get());
    }
    device.announceInsertion(slot.index);
    tellGuest.run();
    return started(slot, "memory is at " + where(slot) + "; the guest is told");
  }

  CommandResult delete(SlotEntry slot) {
    if (SlotTransitions.of(slot.state(), SlotTrigger.DELETE)
        instanceof SlotTransition.Refuse(String reason)) {
      return refused(slot, "delete", reason);
    }
    if (slot.state() == SlotState.EJECT_REQUESTED) {
      slot.askAgain();
      device.announceRemovalAgain(slot.index);
      tellGuest.run();
      return started(slot, "the guest was asked already and is asked again");
    }
    if (!asksWithoutAcceptance && (slot.isDeclined() || slot.exposure().hideUnseen())) {
      beginEjection(slot);
      return started(slot, "the guest never took it; it is taken back");
    }
    boolean cancelled = slot.isCancelled();
    slot.requestRemoval();
    if (cancelled) {
      device.announceRemovalAgain(slot.index);
    } else {
      device.announceRemoval(slot.index);
    }
    record(slot, SlotEvent.EjectRequested::new);
    tellGuest.run();
    return started(slot, "the guest is asked to give it back");
  }

  CommandResult cancel(SlotEntry slot) {
    if (SlotTransitions.of(slot.state(), SlotTrigger.CANCEL)
        instanceof SlotTransition.Refuse(String reason)) {
      return refused(slot, "cancel", reason);
    }
    slot.cancel();
    device.withdrawRemoval(slot.index);
    record(slot, SlotEvent.EjectCancelled::new);
    return started(slot, "the request is taken back");
  }

  /** Tells once of a request that the guest has not answered in time. */
  void checkOverdue(SlotEntry slot, Instant now) {
    Optional<Duration> waited = slot.waited(now);
    if (waited.isPresent()
        && waited.get().compareTo(settings.answerLimit()) >= 0
        && !slot.isOverdueTold()) {
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

  void guest(SlotEntry slot, SlotTrigger trigger, OstStatus status) {
    switch (SlotTransitions.of(slot.state(), trigger)) {
      case SlotTransition.To(SlotState next) -> guestMoves(slot, next);
      case SlotTransition.Back() -> refuseRemoval(slot, status);
      case SlotTransition.Stay() -> guestReports(slot, trigger, status);
      case SlotTransition.Ignore() -> ignore(slot, trigger);
      case SlotTransition.Refuse(String reason) -> ignore(slot, trigger);
      case SlotTransition.Nothing() -> {}
    }
  }

  private void guestMoves(SlotEntry slot, SlotState next) {
    if (next == SlotState.EJECTING) {
      beginEjection(slot);
      return;
    }
    slot.online();
    record(slot, SlotEvent.Online::new);
  }

  private void refuseRemoval(SlotEntry slot, OstStatus status) {
    slot.refuse();
    record(slot, (stamp, id) -> new SlotEvent.EjectRefused(stamp, id, status));
  }

  /**
   * Reports that leave the slot in its state; a second one of a kind tells nothing new and is
   * counted.
   */
  private void guestReports(SlotEntry slot, SlotTrigger trigger, OstStatus status) {
    boolean asked = slot.state() == SlotState.EJECT_REQUESTED;
    if (trigger == SlotTrigger.REMOVAL_STARTED && !slot.isRemovalStarted()) {
      slot.removalStarted();
      record(slot, SlotEvent.EjectStarted::new);
    } else if (trigger == SlotTrigger.ADD_SUCCEEDED && !slot.wasOnline()) {
      slot.onlineDuringRequest();
      record(slot, SlotEvent.Online::new);
    } else if (trigger == SlotTrigger.ADD_FAILED
        && !slot.isDeclined()
        && !(asked && slot.wasOnline())) {
      slot.decline();
      record(slot, (stamp, id) -> new SlotEvent.AddRefused(stamp, id, status));
      if (asked && !asksWithoutAcceptance) {
        beginEjection(slot);
      }
    } else {
      ignore(slot, trigger);
    }
  }

  private void ignore(SlotEntry slot, SlotTrigger trigger) {
    if (trigger != SlotTrigger.EJECT) {
      faults.count(GuestFault.UNEXPECTED_REPORT, slot.index);
    } else if (slot.state().isOffered() && settings.unrequestedEject()) {
      unrequestedEject(slot, true);
      beginEjection(slot);
    } else if (slot.isCancelled()) {
      offerAnew(slot, SlotEvent.EjectCrossed::new);
    } else if (slot.isRefusedOnce()) {
      offerAnew(slot, SlotEvent.EjectedAfterRefusal::new);
    } else {
      faults.count(GuestFault.UNREQUESTED_EJECT, slot.index);
      if (slot.state().isOffered()) {
        unrequestedEject(slot, false);
        // The 2012 AML has recorded that the memory is gone; with a scan it finds that it is not.
        tellGuest.run();
      }
    }
  }

  /** Every one is counted; of those between two changes of the slot's state one is an event. */
  private void unrequestedEject(SlotEntry slot, boolean allowed) {
    if (slot.countUnrequestedEject()) {
      // It is no outcome of anything.
      events.record(stamp -> new SlotEvent.EjectUnrequested(stamp, slot.id(), allowed));
    }
  }

  /**
   * The guest has ejected memory of which the operator has been told that it stays: it does, and is
   * new memory to the guest.
   */
  private void offerAnew(
      SlotEntry slot, BiFunction<SlotEvent.Stamp, String, ? extends SlotEvent.OfSlot> event) {
    slot.retain();
    device.announceInsertion(slot.index);
    record(slot, event);
    tellGuest.run();
  }

  /**
   * The guest has let go, or never took hold: the memory leaves as soon as nobody on the host holds
   * it.
   */
  void beginEjection(SlotEntry slot) {
    RamRegion ram = slot.ram().orElseThrow();
    slot.enter(SlotState.EJECTING);
    device.announceEmpty(slot.index);
    var unheld = ram.drain();
    if (!unheld.isDone()) {
      record(slot, (stamp, id) -> new SlotEvent.Ejecting(stamp, id, slot.holders()));
    }
    // A drain that is cancelled never completes normally, and then there is nothing to take away.
    var _ = unheld.thenRun(() -> onDrained.accept(slot));
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
      slot.ram().ifPresent(RamRegion::cancelDrain);
      slot.retain();
      device.announceInsertion(slot.index);
      record(slot, (stamp, id) -> new SlotEvent.EjectFailed(stamp, id, refusal.get()));
    }
    tellGuest.run();
    return List.of();
  }

  /** The memory is off the bus and given back to the host. */
  void emptied(SlotEntry slot) {
    slot.empty();
    record(slot, SlotEvent.Deleted::new);
  }

  void reset(List<SlotEntry> slots, ResetMode mode) {
    device.reset();
    events.record(SlotEvent.GuestReset::new);
    for (SlotEntry slot : slots) {
      boolean forgotten = mode == ResetMode.FORGET && !slot.isPopulatedAtStart();
      SlotTrigger trigger = forgotten ? SlotTrigger.WITHDRAW : SlotTrigger.RESET;
      if (SlotTransitions.of(slot.state(), trigger) instanceof SlotTransition.To(SlotState next)) {
        if (next == SlotState.EJECTING) {
          beginEjection(slot);
        } else {
          slot.enter(next);
        }
      }
      if (slot.state().isOffered()) {
        slot.exposure().showKnown();
      }
      slot.settle();
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

  private static CommandResult refused(SlotEntry slot, String command, String reason) {
    return new CommandResult.Refused(
        new SlotRefusal.NotNow(slot.id(), command, slot.state(), reason));
  }
}
