package org.memslot.cli.monitor;

import java.time.Duration;
import java.util.function.Predicate;
import org.memslot.hypervisor.BoardEvent;

/** Waits for one event among those that it is shown. */
final class OutcomeWatch {
  private Predicate<BoardEvent> expected = event -> false;
  private boolean met;

  /** From now on waits for such an event; what was shown before does not count. */
  synchronized void expect(Predicate<BoardEvent> event) {
    expected = event;
    met = false;
  }

  synchronized void show(BoardEvent event) {
    if (expected.test(event)) {
      met = true;
      notifyAll();
    }
  }

  /** Waits until such an event was shown; false when none was within the limit. */
  synchronized boolean await(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!met) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
