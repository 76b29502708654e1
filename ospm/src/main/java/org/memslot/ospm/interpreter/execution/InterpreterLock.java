package org.memslot.ospm.interpreter.execution;

import java.util.concurrent.locks.ReentrantLock;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * One thread runs AML at a time; one that sleeps or waits lets others run, as ACPI asks (6.5,
 * 5.5.2).
 */
final class InterpreterLock {
  private final ReentrantLock lock = new ReentrantLock(true);

  void enter() {
    lock.lock();
  }

  void exit() {
    lock.unlock();
  }

  /** Lets time pass with the lock free. */
  void sleep(AmlClock clock, long nanos) {
    int holds = lock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      lock.unlock();
    }
    try {
      clock.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AmlException(AmlStatus.AE_ABORT_METHOD, "interrupted while waiting");
    } finally {
      for (int i = 0; i < holds; i++) {
        lock.lock();
      }
    }
  }
}
