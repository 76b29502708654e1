package org.memslot.hotplug;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The saves of one machine: one at a time, until the machine ends. Its lock is taken before the
 * controller's.
 */
final class Saves {
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean ended;

  /** One save. */
  @FunctionalInterface
  interface Save {
    void run() throws IOException;
  }

  /** Carries out a save when the one before is done. */
  void run(Save save) throws IOException {
    lock.lock();
    try {
      if (ended) {
        throw new IOException("the machine has ended");
      }
      save.run();
    } finally {
      lock.unlock();
    }
  }

  /** True when a save under way is to be given up. */
  boolean haveEnded() {
    return ended;
  }

  /** Gives up the save that is under way, waits until nothing is left of it, refuses others. */
  void end() {
    ended = true;
    lock.lock();
    try {
      return; // the one that was under way is over
    } finally {
      lock.unlock();
    }
  }
}
