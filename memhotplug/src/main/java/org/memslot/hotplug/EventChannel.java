package org.memslot.hotplug;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers events, remembers the last of them and hands them to listeners in order.
 *
 * <p>Events are recorded under the controller's lock, which orders them, and delivered outside it
 * by whichever thread comes first; a thread that finds another one delivering leaves its events to
 * that one. So no two listeners run at once, no listener can block the controller, and a listener
 * that calls the controller gets the events it caused after the one it is handling.
 */
final class EventChannel {
  private static final Logger LOG = LoggerFactory.getLogger(EventChannel.class);

  private final InstantSource clock;
  private final int capacity;
  private final List<SlotListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<SlotEvent> undelivered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();

  // Both are guarded by the log's monitor; the sequence is written only under the controller's
  // lock.
  private final Deque<SlotEvent> log = new ArrayDeque<>();
  private long sequence;

  EventChannel(InstantSource clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  void add(SlotListener listener) {
    listeners.add(listener);
  }

  void remove(SlotListener listener) {
    listeners.remove(listener);
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
      undelivered.add(made);
      return made;
    }
  }

  /** The last events, oldest first. */
  List<SlotEvent> recent() {
    synchronized (log) {
      return new ArrayList<>(log);
    }
  }

  /**
   * Delivers what was recorded, unless another thread, or this one further up its stack, is at it.
   */
  void deliver() {
    if (calls.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      for (SlotEvent event = undelivered.poll(); event != null; event = undelivered.poll()) {
        tell(event);
      }
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  private void tell(SlotEvent event) {
    for (SlotListener listener : listeners) {
      try {
        listener.onEvent(event);
      } catch (RuntimeException | Error e) {
        // Even an Error must not stop delivery to the others.
        LOG.warn("a listener failed at event {}", event.line(), e);
      }
    }
  }
}
