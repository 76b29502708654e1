package org.memslot.hotplug.slot;

import org.memslot.hotplug.SlotTransitions;

/**
 * Where a slot is in its life. {@link SlotTransitions} says how it gets from one state to another.
 */
public enum SlotState {
  /** No memory. */
  EMPTY("empty"),
  /** Memory is on the bus and the guest was told. */
  POPULATED("populated"),
  /** The guest said that it uses the memory. */
  ONLINE("online"),
  /** The guest was asked to give the memory back. */
  EJECT_REQUESTED("eject-requested"),
  /** The guest has given the memory back; it leaves the bus when nobody on the host holds it. */
  EJECTING("ejecting");

  private final String word;

  SlotState(String word) {
    this.word = word;
  }

  /** The state's name at the monitor. */
  public String word() {
    return word;
  }

  /** True when the slot's memory is on the bus. */
  public boolean hasMemory() {
    return this != EMPTY;
  }

  /**
   * True when the slot is there for the guest to use and nobody asked for it back: then the
   * register interface shows it as populated, and firmware lists it in e820.
   */
  public boolean isOffered() {
    return this == POPULATED || this == ONLINE;
  }
}
