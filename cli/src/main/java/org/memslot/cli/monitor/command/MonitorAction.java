package org.memslot.cli.monitor.command;

import java.util.Optional;
import java.util.function.Predicate;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;

/** What a line of the monitor means, ready to be carried out any number of times. */
public interface MonitorAction {
  /** Does it, or starts it, and answers at once. */
  Answer execute(PcBoard board);

  /**
   * Recognizes the event that ends the work that this starts. {@code --exec} waits for it before
   * the next command. Empty when the work ends with the answer.
   */
  default Optional<Predicate<BoardEvent>> end() {
    return Optional.empty();
  }

  /** The slot that the machine must have. {@code --exec} checks it before the machine starts. */
  default Optional<String> requiredSlot() {
    return Optional.empty();
  }

  /** Whether session and machine end after the answer. */
  default boolean isQuit() {
    return false;
  }
}
