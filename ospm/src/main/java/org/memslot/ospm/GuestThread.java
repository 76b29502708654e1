package org.memslot.ospm;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.memslot.machine.LevelInterruptLine;

/**
 * A thread that runs an {@link EmbeddedGuest}: it boots the guest, then has it work whenever the
 * level of the SCI changes, until {@link #close}.
 */
public final class GuestThread implements AutoCloseable {
  private final EmbeddedGuest guest;
  private final LevelInterruptLine sci;
  private final Consumer<Throwable> onFailure;
  private final LevelInterruptLine.Listener onChange = asserted -> wake();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread thread;

  /** Counts the reasons to work: the boot, and each change of the SCI. Guarded by this. */
  private long requested = 1;

  /** How many of the reasons are dealt with. Guarded by this. */
  private long handled;

  /** Whether the guest does no more work. Guarded by this. */
  private boolean ending;

  private GuestThread(EmbeddedGuest guest, LevelInterruptLine sci, Consumer<Throwable> onFailure) {
    this.guest = guest;
    this.sci = sci;
    this.onFailure = onFailure;
    this.thread = Thread.ofPlatform().name("embedded-guest").daemon().unstarted(this::run);
  }

  /**
   * Boots a guest on a new daemon thread.
   *
   * @param guest the guest, which nothing else boots or runs from now on
   * @param sci the system control interrupt of its machine
   * @param onFailure called on the thread if the guest fails with an exception or error that no
   *     machine should cause; the guest does no more work then
   * @return the thread, which has started
   */
  public static GuestThread start(
      EmbeddedGuest guest, LevelInterruptLine sci, Consumer<Throwable> onFailure) {
    GuestThread started = new GuestThread(guest, sci, onFailure);
    sci.addListener(started.onChange);
    started.thread.start();
    return started;
  }

  /** Returns the guest, to be asked and told what any thread may. */
  public EmbeddedGuest guest() {
    return guest;
  }

  private void run() {
    try {
      long seen = next(0);
      if (seen != 0) {
        guest.boot();
      }
      for (; seen != 0; seen = next(seen)) {
        if (guest.runUntilIdle() && sci.isAsserted()) {
          wake(); // It worked as long as it may at a time: the level may never change again.
        }
      }
    } catch (RuntimeException | Error e) {
      end();
      onFailure.accept(e);
    } finally {
      ended.complete(null);
    }
  }

  /**
   * Notes that everything up to {@code done} is dealt with and waits for more.
   *
   * @return up to where there is work; 0 at the end
   */
  private synchronized long next(long done) {
    handled = done;
    notifyAll();
    try {
      while (!ending && requested == handled) {
        wait();
      }
    } catch (InterruptedException e) {
      ending = true;
    }
    return ending ? 0 : requested;
  }

  private synchronized void wake() {
    requested++;
    notifyAll();
  }

  private synchronized void end() {
    ending = true;
    notifyAll();
  }

  /**
   * Waits until the guest has booted and has dealt with every change of the SCI so far, or does no
   * more work.
   *
   * @param limit how long to wait
   * @return false if the guest is still busy at the end of that time
   * @throws InterruptedException if the calling thread is interrupted
   */
  public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!ending && requested != handled) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /**
   * Switches the guest off wherever it is. When this returns, the guest no longer touches the
   * machine, unless it is the guest's own thread that calls: then it ends after the present access.
   * An interruption of the calling thread does not shorten the wait.
   */
  @Override
  public void close() {
    sci.removeListener(onChange);
    end();
    guest.stop();
    if (Thread.currentThread() != thread) {
      ended.join();
    }
    guest.close();
  }
}
