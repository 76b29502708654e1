package org.memslot.hotplug;

/** What a reset of the machine does to hot-added memory: the values of {@code --reboot}. */
public enum ResetMode {
  /** Slots keep their memory and come back with the guest. */
  KEEP,
  /**
   * Slots that were hot-added are empty afterwards; those populated from the start keep their
   * memory.
   */
  FORGET
}
