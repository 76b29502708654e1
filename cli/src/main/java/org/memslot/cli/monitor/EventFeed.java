package org.memslot.cli.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the board's events in their order to one listener, on a thread of the listener's own: one
 * that is slow, as a client may be that does not read its socket, holds up nobody else. At most
 * {@link #MOST_WAITING} events wait for it; it is told how many were lost beyond them.
 */
final class EventFeed implements AutoCloseable {
  static final int MOST_WAITING = 4096;

  /** How long a listener that takes nothing is waited for at the end. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

  /** Where events are shown. */
  interface Listener {
    /** An event. */
    void show(BoardEvent event);

    /** So many events after the last one were not kept. */
    void lost(long count);
  }

  private final PcBoard board;
  private final Listener listener;
  private final Consumer<BoardEvent> enqueue = this::enqueue;
  private final Thread thread;

  // All of it is guarded by the queue's monitor.
  private final Deque<BoardEvent> queue = new ArrayDeque<>();
  private long lost;
  private long accepted;
  private long delivered;
  private boolean ending;

  EventFeed(PcBoard board, Listener listener) {
    this.board = board;
    this.listener = listener;
    thread = Thread.ofPlatform().daemon().name("monitor-events").start(this::deliver);
    board.addEventListener(enqueue);
  }

  private void enqueue(BoardEvent event) {
    synchronized (queue) {
      if (queue.size() < MOST_WAITING) {
        queue.add(event);
        accepted++;
        queue.notifyAll();
      } else {
        lost++;
      }
    }
  }

  private void deliver() {
    try {
      while (deliverNext()) {
        synchronized (queue) {
          delivered++;
          queue.notifyAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False at the end. */
  private boolean deliverNext() throws InterruptedException {
    BoardEvent event;
    long missing = 0;
    synchronized (queue) {
      while (queue.isEmpty() && !ending) {
        queue.wait();
      }
      if (queue.isEmpty()) {
        return false;
      }
      event = queue.remove();
      if (queue.isEmpty()) {
        missing = lost;
        lost = 0;
      }
    }
    try {
      listener.show(event);
      if (missing > 0) {
        listener.lost(missing);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("event {} was not shown", event.line(), e);
    }
    return true;
  }

  /** Waits until the listener has seen everything that has happened so far. */
  void flush() throws InterruptedException {
    synchronized (queue) {
      long all = accepted;
      while (delivered < all && thread.isAlive()) {
        queue.wait();
      }
    }
  }

  /**
   * Delivers what has happened so far, then nothing more. A listener that takes nothing for {@link
   * #PATIENCE} is not waited for.
   */
  @Override
  public void close() {
    board.removeEventListener(enqueue);
    try {
      long seen = -1;
      for (long now = end(); thread.isAlive() && now != seen; now = delivered()) {
        seen = now;
        var _ = thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long end() {
    synchronized (queue) {
      ending = true;
      queue.notifyAll();
      return delivered;
    }
  }

  private long delivered() {
    synchronized (queue) {
      return delivered;
    }
  }
}
