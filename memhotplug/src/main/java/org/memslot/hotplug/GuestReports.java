package org.memslot.hotplug;

import java.util.List;
import java.util.Optional;
import org.memslot.hotplug.slot.SlotState;

/**
 * The controller's side of {@link GuestPort}: finds the slot, counts the numbers that no slot has.
 */
final class GuestReports implements GuestPort {
  private static final GuestSlot NO_SLOT = new GuestSlot(SlotState.EMPTY, Optional.empty(), 0);

  private final MemoryHotplugController controller;
  private final List<SlotEntry> slots;
  private final GuestFaultCounters faults;

  GuestReports(
      MemoryHotplugController controller, List<SlotEntry> slots, GuestFaultCounters faults) {
    this.controller = controller;
    this.slots = slots;
    this.faults = faults;
  }

  @Override
  public int slotCount() {
    return slots.size();
  }

  @Override
  public GuestSlot slot(int slot) {
    return exists(slot) ? slots.get(slot).guestView() : NO_SLOT;
  }

  @Override
  public boolean look(int slot) {
    return exists(slot) && slots.get(slot).exposure().look();
  }

  @Override
  public void addSucceeded(int slot) {
    report(slot, SlotTrigger.Guest.ADD_SUCCEEDED, OstStatus.SUCCESS);
  }

  @Override
  public void addFailed(int slot, OstStatus status) {
    report(slot, SlotTrigger.Guest.ADD_FAILED, status);
  }

  @Override
  public void removalStarted(int slot) {
    report(slot, SlotTrigger.Guest.REMOVAL_STARTED, OstStatus.IN_PROGRESS);
  }

  @Override
  public void removalRefused(int slot, OstStatus status) {
    report(slot, SlotTrigger.Guest.REMOVAL_REFUSED, status);
  }

  @Override
  public void eject(int slot) {
    report(slot, SlotTrigger.Guest.EJECT, OstStatus.SUCCESS);
  }

  @Override
  public void fault(GuestFault fault, long slotOrOffset) {
    faults.count(fault, slotOrOffset);
  }

  private void report(int slot, SlotTrigger.Guest report, OstStatus status) {
    if (exists(slot)) {
      controller.guest(slots.get(slot), report, status);
    } else {
      faults.count(GuestFault.UNKNOWN_SLOT, slot);
    }
  }

  private boolean exists(int slot) {
    return slot >= 0 && slot < slots.size();
  }
}
