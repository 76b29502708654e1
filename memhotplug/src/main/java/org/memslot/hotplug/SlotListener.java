package org.memslot.hotplug;

/**
 * Hears of events, one at a time and in order, on whichever thread delivers them or where it was
 * asked to be told. It may call the controller: no lock is held. What it throws is logged and
 * otherwise ignored. While one listener waits, the others hear what the controller does next.
 */
@FunctionalInterface
public interface SlotListener {
  /** Hears of one event. */
  void onEvent(SlotEvent event);
}
