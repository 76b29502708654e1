package org.memslot.hotplug;

import java.util.Optional;
import org.memslot.hotplug.slot.SlotState;

/** What a device talks to before a controller has connected it: no slots, and nothing happens. */
enum UnconnectedPort implements GuestPort {
  INSTANCE;

  @Override
  public int slotCount() {
    return 0;
  }

  @Override
  public GuestSlot slot(int slot) {
    return new GuestSlot(SlotState.EMPTY, Optional.empty(), 0);
  }

  @Override
  public boolean look(int slot) {
    return false;
  }

  @Override
  public void addSucceeded(int slot) {}

  @Override
  public void addFailed(int slot, OstStatus status) {}

  @Override
  public void removalStarted(int slot) {}

  @Override
  public void removalRefused(int slot, OstStatus status) {}

  @Override
  public void eject(int slot) {}

  @Override
  public void fault(GuestFault fault, long slotOrOffset) {}
}
