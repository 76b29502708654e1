package org.memslot.hotplug;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hotplug.slot.SlotStart;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.SavedSlot;
import org.memslot.machine.AddressRange;
import org.memslot.machine.PinInfo;
import org.memslot.machine.RamRegion;

/**
 * The mutable state of one slot. Everything is guarded by the controller's lock, except {@link
 * #guestView}, which is published for register reads.
 */
final class SlotEntry {
  final int index;
  final SlotPlan plan;

  private SlotState state = SlotState.EMPTY;
  private SlotState beforeRequest = SlotState.EMPTY;
  private boolean declined;
  private boolean removalStarted;
  private Optional<AddressRange> range;
  private int node;
  private Optional<RamRegion> ram = Optional.empty();
  private Optional<SlotEvent> lastOutcome = Optional.empty();
  private final SlotTally tally = new SlotTally();
  private boolean overdueTold;
  private volatile GuestSlot guestView;
  private boolean cancelled;
  private boolean askedAgain;
  private boolean refusedOnce;
  private boolean unrequestedTold;
  private final Exposure exposure = new Exposure();

  SlotEntry(int index, SlotPlan plan) {
    this.index = index;
    this.plan = plan;
    switch (plan) {
      case SlotPlan.Named named -> {
        range = Optional.of(named.range());
        node = named.node();
      }
      case SlotPlan.Anonymous anonymous -> range = Optional.empty();
    }
    guestView = new GuestSlot(state, range, node);
  }

  String id() {
    return plan.id();
  }

  SlotState state() {
    return state;
  }

  Optional<AddressRange> range() {
    return range;
  }

  int node() {
    return node;
  }

  Optional<RamRegion> ram() {
    return ram;
  }

  GuestSlot guestView() {
    return guestView;
  }

  /** True for a slot that has memory whenever the machine starts. */
  boolean isPopulatedAtStart() {
    return plan instanceof SlotPlan.Named named && named.populated();
  }

  /** True when the guest reported that it could not add the memory. */
  boolean isDeclined() {
    return declined;
  }

  /** True when the guest said it uses the memory and a request for it is pending. */
  boolean wasOnline() {
    return beforeRequest == SlotState.ONLINE;
  }

  boolean isRemovalStarted() {
    return removalStarted;
  }

  void populate(RamRegion memory) {
    ram = Optional.of(memory);
    declined = false;
    enter(SlotState.POPULATED);
    exposure.show();
  }

  /** The bus kept the memory of an ejection; to the guest it is new memory. */
  void retain() {
    enter(SlotState.POPULATED);
    exposure.show();
  }

  /** Whether the guest is shown the memory. */
  Exposure exposure() {
    return exposure;
  }

  /** True when the guest may still answer a request that the operator took back. */
  boolean isCancelled() {
    return cancelled;
  }

  /** The request that is pending is made once more. */
  void askAgain() {
    askedAgain = true;
  }

  /** True when the guest has refused a request that was made twice, and may still grant it. */
  boolean isRefusedOnce() {
    return refusedOnce;
  }

  void refuse() {
    boolean moreThanOnce = askedAgain;
    backBeforeRequest();
    refusedOnce = moreThanOnce;
  }

  void cancel() {
    backBeforeRequest();
    cancelled = true;
  }

  void online() {
    declined = false;
    enter(SlotState.ONLINE);
    // A guest that reports the memory online knows about it.
    exposure.showKnown();
  }

  void decline() {
    declined = true;
  }

  /** What the guest declined is new to it once more. */
  void offerAgain() {
    declined = false;
    exposure.show();
  }

  /** No answer of a guest that is gone is waited for. */
  void settle() {
    declined = false;
    cancelled = false;
    refusedOnce = false;
  }

  void requestRemoval() {
    beforeRequest = state;
    removalStarted = false;
    overdueTold = false;
    enter(SlotState.EJECT_REQUESTED);
  }

  void onlineDuringRequest() {
    beforeRequest = SlotState.ONLINE;
  }

  void removalStarted() {
    removalStarted = true;
  }

  void backBeforeRequest() {
    enter(beforeRequest);
    exposure.showKnown();
  }

  void enter(SlotState next) {
    state = next;
    cancelled = false;
    askedAgain = false;
    refusedOnce = false;
    unrequestedTold = false;
    if (!next.isOffered()) {
      exposure.hide();
    }
    guestView = new GuestSlot(state, range, node);
  }

  void empty() {
    ram = Optional.empty();
    declined = false;
    enter(SlotState.EMPTY);
    unassign();
  }

  void note(SlotEvent.OfSlot event) {
    lastOutcome = Optional.of(event);
    tally.note(event);
  }

  /** Counts an eject that nobody asked for; true for the first one in the slot's present state. */
  boolean countUnrequestedEject() {
    tally.countUnrequestedEject();
    boolean first = !unrequestedTold;
    unrequestedTold = true;
    return first;
  }

  /** How long the guest has owed an answer. */
  Optional<Duration> waited(Instant now) {
    return state == SlotState.EJECT_REQUESTED
        ? tally.requestedAt().map(start -> Duration.between(start, now))
        : Optional.empty();
  }

  boolean isOverdueTold() {
    return overdueTold;
  }

  void overdueTold() {
    overdueTold = true;
  }

  /** Gives an anonymous slot a place. */
  void assign(AddressRange place, int proximityDomain) {
    range = Optional.of(place);
    node = proximityDomain;
    guestView = new GuestSlot(state, range, node);
  }

  boolean isAnonymous() {
    return plan instanceof SlotPlan.Anonymous;
  }

  /** True when the slot's own range and node are what is asked for. */
  boolean suits(SlotRequest request) {
    return range.isPresent()
        && range.get().length() == request.size().bytes()
        && node == request.node()
        && switch (request.start()) {
          case SlotStart.Auto() -> true;
          case SlotStart.At(long start) -> start == range.get().first();
        };
  }

  /** An anonymous slot without memory has no place. */
  void unassign() {
    if (isAnonymous()) {
      range = Optional.empty();
      node = 0;
      guestView = new GuestSlot(state, range, node);
    }
  }

  SavedSlot save() {
    return new SavedSlot(
        id(), range, node, state, beforeRequest, declined, exposure.isKnown(), cancelled);
  }

  /** Takes back what was saved, with its memory where it had any. */
  void restore(SavedSlot saved, Optional<RamRegion> memory, Instant now) {
    range = saved.range();
    node = saved.node();
    ram = memory;
    enter(saved.state());
    beforeRequest = saved.beforeRequest();
    declined = saved.declined() && saved.state() != SlotState.ONLINE;
    cancelled = saved.cancelled() && saved.state().isOffered();
    if (saved.state() == SlotState.EMPTY) {
      unassign();
    }
    if (saved.state().isOffered()) {
      if (saved.known()) {
        exposure.showKnown();
      } else {
        exposure.show();
      }
    }
    if (saved.state() == SlotState.EJECT_REQUESTED) {
      tally.restoreRequest(now);
    }
  }

  List<String> holders() {
    return ram.map(RamRegion::pins).orElse(List.of()).stream().map(PinInfo::holder).toList();
  }

  MemorySlot snapshot() {
    List<String> holders = state == SlotState.EJECTING ? holders() : List.of();
    return new MemorySlot(
        index, id(), range, node, state, declined, holders, lastOutcome, tally.statistics());
  }
}
