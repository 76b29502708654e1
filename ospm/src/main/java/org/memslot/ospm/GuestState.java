package org.memslot.ospm;

/** Where an {@link EmbeddedGuest} is in its life. */
public enum GuestState {
  /** Not booted yet. */
  OFF,
  /** Looking for tables and enumerating devices. */
  BOOTING,
  /** Booted; answers interrupts. */
  RUNNING,
  /** Could not boot; the event {@link GuestEvent.BootFailed} says why. */
  FAILED,
  /** Has switched the machine off. */
  SHUT_DOWN
}
