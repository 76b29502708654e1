package org.memslot.ospm;

import java.util.Optional;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * A clock on which nobody sleeps any longer once it is stopped. Only a thread that sleeps is
 * interrupted: one in a device's handler may be using a file, and an interruption would close it.
 */
final class StoppableClock implements AmlClock {
  private final AmlClock clock;
  private Optional<Thread> sleeper = Optional.empty();
  private boolean stopped;

  StoppableClock(AmlClock clock) {
    this.clock = clock;
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    fallAsleep();
    try {
      clock.sleep(nanos);
    } catch (InterruptedException e) {
      if (!isStopped()) {
        throw e;
      }
    } finally {
      wakeUp();
    }
    requireRunning();
  }

  private synchronized void fallAsleep() {
    requireRunning();
    sleeper = Optional.of(Thread.currentThread());
  }

  private synchronized void wakeUp() {
    sleeper = Optional.empty();
    if (stopped) {
      Thread.interrupted(); // The interruption was meant for the sleep, which is over.
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized void requireRunning() {
    if (stopped) {
      throw new AmlException(AmlStatus.AE_ABORT_METHOD, "the guest was stopped");
    }
  }

  /** Wakes who sleeps; sleeping fails from now on. */
  synchronized void stop() {
    stopped = true;
    sleeper.ifPresent(Thread::interrupt);
  }
}
