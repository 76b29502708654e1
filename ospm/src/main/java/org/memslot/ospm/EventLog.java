package org.memslot.ospm;

import com.google.common.collect.EvictingQueue;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guest's events: the last of them, and who wants to be told. */
final class EventLog {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedGuest.class);
  private static final int KEPT = 10_000;

  private final Queue<GuestEvent> events = EvictingQueue.create(KEPT);
  private final List<Consumer<GuestEvent>> listeners = new CopyOnWriteArrayList<>();

  void add(GuestEvent event) {
    LOG.debug("{}", event);
    synchronized (events) {
      events.add(event);
    }
    listeners.forEach(listener -> listener.accept(event));
  }

  List<GuestEvent> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  void addListener(Consumer<GuestEvent> listener) {
    listeners.add(listener);
  }
}
