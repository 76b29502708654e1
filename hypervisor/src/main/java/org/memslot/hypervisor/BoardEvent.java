package org.memslot.hypervisor;

import java.time.Instant;
import org.memslot.hotplug.SlotEvent;

/**
 * Something that became of a machine. {@link #line} is the event at the monitor, without the
 * leading asterisk.
 */
public sealed interface BoardEvent {
  /** The event in the words of the monitor. */
  String line();

  /** When it happened. */
  Instant time();

  /**
   * Something became of a slot, or all of them were reset.
   *
   * @param event what the slots' controller says
   */
  record OfSlots(SlotEvent event) implements BoardEvent {
    @Override
    public String line() {
      return event.line();
    }

    @Override
    public Instant time() {
      return event.stamp().time();
    }
  }

  /**
   * The guest has turned the machine off.
   *
   * @param time when
   */
  record GuestShutdown(Instant time) implements BoardEvent {
    @Override
    public String line() {
      return "guest shutdown";
    }
  }

  /**
   * The guest has ended the machine through the debug exit port.
   *
   * @param time when
   * @param status what it gave
   */
  record GuestExit(Instant time, int status) implements BoardEvent {
    @Override
    public String line() {
      return "guest exit: status " + status;
    }
  }

  /**
   * A reset could not be brought to its end; the machine is off.
   *
   * @param time when
   * @param reason why
   */
  record ResetFailed(Instant time, String reason) implements BoardEvent {
    @Override
    public String line() {
      return "guest reset-failed: " + reason;
    }
  }
}
