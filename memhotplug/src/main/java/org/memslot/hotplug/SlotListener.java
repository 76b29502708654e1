package org.memslot.hotplug;

/**
 * Hears of events, one at a time and in order, on whichever thread delivers them. It may call the
 * controller: no lock is held. What it throws is logged and otherwise ignored.
 */
@FunctionalInterface
public interface SlotListener {
  /** Hears of one event. */
  void onEvent(SlotEvent event);
}
