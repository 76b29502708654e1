package org.memslot.hotplug;

import java.util.List;
import java.util.Optional;
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
  private volatile GuestSlot guestView;
  private boolean cancelled;
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

  void cancel() {
    backBeforeRequest();
    cancelled = true;
  }

  void online() {
    declined = false;
    enter(SlotState.ONLINE);
    // Who says that he uses the memory knows of it, wherever he learned it.
    exposure.showKnown();
  }

  void decline(boolean refused) {
    declined = refused;
  }

  void requestRemoval() {
    beforeRequest = state;
    removalStarted = false;
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
    if (!next.isOffered()) {
      exposure.hide();
    }
    guestView = new GuestSlot(state, range, node);
  }

  void empty() {
    ram = Optional.empty();
    declined = false;
    enter(SlotState.EMPTY);
  }

  void outcome(SlotEvent event) {
    lastOutcome = Optional.of(event);
  }

  List<String> holders() {
    return ram.map(RamRegion::pins).orElse(List.of()).stream().map(PinInfo::holder).toList();
  }

  MemorySlot snapshot() {
    List<String> holders = state == SlotState.EJECTING ? holders() : List.of();
    return new MemorySlot(index, id(), range, node, state, declined, holders, lastOutcome);
  }
}
