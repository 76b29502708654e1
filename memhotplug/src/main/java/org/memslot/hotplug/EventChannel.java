package org.memslot.hotplug;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers events, remembers the last of them and hands them to listeners in order.
 *
 * <p>Events are recorded under the controller's lock, which orders them, and delivered outside it.
 * Each listener has a queue of its own, emptied by whichever thread comes first or on the
 * listener's executor; a thread that finds another one at it leaves its events to that one. So a
 * listener hears one event at a time, a slow one holds up neither the controller nor the other
 * listeners, and one that calls the controller gets the events it caused after the one it is
 * handling.
 */
final class EventChannel {
  private static final Logger LOG = LoggerFactory.getLogger(EventChannel.class);

  /** Events that wait for a listener; of more the oldest are lost. */
  private static final int MOST_WAITING = 1 << 16;

  private final InstantSource clock;
  private final int capacity;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  // Both are guarded by the log's monitor; the sequence is written only under the controller's
  // lock.
  private final Deque<SlotEvent> log = new ArrayDeque<>();
  private long sequence;

  EventChannel(InstantSource clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  /** Has a listener told of every event from now on, wherever that executor runs it. */
  void add(SlotListener listener, Executor executor) {
    subscriptions.add(new Subscription(listener, executor));
  }

  void remove(SlotListener listener) {
    subscriptions.removeIf(
        subscription -> subscription.listener.equals(listener) && subscription.end());
  }

  /** Makes an event with the next number and records it. Called under the controller's lock. */
  <E extends SlotEvent> E record(Function<SlotEvent.Stamp, E> event) {
    synchronized (log) {
      sequence++;
      E made = event.apply(new SlotEvent.Stamp(sequence, clock.instant()));
      if (log.size() == capacity) {
        log.removeFirst();
      }
      log.addLast(made);
      subscriptions.forEach(subscription -> subscription.add(made));
      return made;
    }
  }

  /** The last events, oldest first. */
  List<SlotEvent> recent() {
    synchronized (log) {
      return new ArrayList<>(log);
    }
  }

  /** Has every listener told of what was recorded, unless that is going on already. */
  void deliver() {
    subscriptions.forEach(Subscription::deliver);
  }

  /** One listener and the events that it has not yet heard. */
  private final class Subscription {
    private final SlotListener listener;
    private final Executor executor;
    private final BlockingQueue<SlotEvent> undelivered = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean ended;

    Subscription(SlotListener listener, Executor executor) {
      this.listener = listener;
      this.executor = executor;
    }

    /** Events come one at a time, under the log's monitor. */
    void add(SlotEvent event) {
      while (!ended && !undelivered.offer(event)) {
        var _ = undelivered.poll();
      }
      if (ended) {
        undelivered.clear();
      }
    }

    /** Nothing more is told; answers true. */
    boolean end() {
      ended = true;
      undelivered.clear();
      return true;
    }

    /** Whatever the executor throws, the outcome of what caused the event is the controller's. */
    void deliver() {
      if (undelivered.isEmpty() || calls.getAndIncrement() != 0) {
        return;
      }
      AtomicBoolean begun = new AtomicBoolean();
      try {
        executor.execute(
            () -> {
              if (!begun.getAndSet(true)) {
                drain();
              }
            });
      } catch (RejectedExecutionException e) {
        LOG.warn("the executor of a listener takes no more; it hears of nothing more", e);
        end();
        subscriptions.remove(this);
      } catch (RuntimeException | Error e) {
        LOG.warn("the executor of a listener failed; it is tried again with the next event", e);
        if (!begun.getAndSet(true)) {
          calls.set(0);
        }
      }
    }

    private void drain() {
      int seen = 1;
      do {
        for (SlotEvent event = undelivered.poll(); event != null; event = undelivered.poll()) {
          tell(event);
        }
        seen = calls.addAndGet(-seen);
      } while (seen != 0);
    }

    private void tell(SlotEvent event) {
      if (ended) {
        return;
      }
      try {
        listener.onEvent(event);
      } catch (RuntimeException | Error e) {
        // Even an Error must not stop delivery of what follows.
        LOG.warn("a listener failed at event {}", event.line(), e);
      }
    }
  }
}
