package org.memslot.ospm;

import java.util.function.BooleanSupplier;
import org.memslot.machine.LevelInterruptLine;

/** The thread of a guest: boots when told, works while the SCI is up, sleeps otherwise. */
final class GuestThread {
  private final LevelInterruptLine sci;
  private final Runnable boot;
  private final BooleanSupplier work;
  private final Thread thread;
  private final LevelInterruptLine.Listener onChange = asserted -> changed();
  private boolean bootRequested = true;
  private boolean ending;
  private boolean interrupted;

  GuestThread(LevelInterruptLine sci, Runnable boot, BooleanSupplier work) {
    this.sci = sci;
    this.boot = boot;
    this.work = work;
    this.thread = new Thread(this::loop, "embedded-guest");
    thread.setDaemon(true);
  }

  void start() {
    sci.addListener(onChange);
    thread.start();
  }

  private synchronized void changed() {
    interrupted = true;
    notifyAll();
  }

  synchronized void requestBoot() {
    bootRequested = true;
    thread.interrupt();
    notifyAll();
  }

  /** Ends the thread and waits for it. */
  void end() {
    synchronized (this) {
      ending = true;
      notifyAll();
    }
    sci.removeListener(onChange);
    if (Thread.currentThread() == thread) {
      return;
    }
    thread.interrupt();
    boolean wasInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    while (true) {
      boolean booting;
      synchronized (this) {
        while (!ending && !bootRequested && !interrupted) {
          try {
            wait();
          } catch (InterruptedException e) {
            // A request to boot or to end came while nothing was running: see what it was.
            interrupted = true;
          }
        }
        if (ending) {
          return;
        }
        booting = bootRequested;
        bootRequested = false;
        interrupted = false;
        // What was meant to stop the run before must not stop the next.
        Thread.interrupted();
      }
      if (booting) {
        boot.run();
      }
      if (work.getAsBoolean() && sci.isAsserted()) {
        // It worked as long as it may at a time, and the line did not go down: no change will come.
        changed();
      }
    }
  }
}
