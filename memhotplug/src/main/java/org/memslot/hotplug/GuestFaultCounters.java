package org.memslot.hotplug;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the guest does wrong. Any thread, no lock. */
final class GuestFaultCounters {
  private static final Logger LOG = LoggerFactory.getLogger(GuestFaultCounters.class);

  private final Map<GuestFault, LongAdder> counters = new EnumMap<>(GuestFault.class);

  GuestFaultCounters() {
    for (GuestFault fault : GuestFault.values()) {
      counters.put(fault, new LongAdder());
    }
  }

  void count(GuestFault fault, long slotOrOffset) {
    LongAdder counter = counters.get(fault);
    if (counter != null) {
      counter.increment();
    }
    LOG.debug("guest: {}: {}", fault.words(), slotOrOffset);
  }

  Map<GuestFault, Long> snapshot() {
    Map<GuestFault, Long> values = new EnumMap<>(GuestFault.class);
    counters.forEach((fault, counter) -> values.put(fault, counter.sum()));
    return values;
  }
}
