package org.memslot.hotplug;

import java.time.Duration;

/**
 * How a controller treats what the guest does, and how much it remembers.
 *
 * @param unrequestedEject whether a guest may eject memory that nobody asked for. QEMU allows it;
 *     the default is to refuse and count it
 * @param eventLogLength how many of the last events {@link MemoryHotplugController#recentEvents}
 *     keeps, 1 or more
 * @param answerLimit how long a guest may take to answer a request for memory before {@link
 *     SlotEvent.EjectOverdue} says that it has not; the request stands all the same
 */
public record HotplugSettings(boolean unrequestedEject, int eventLogLength, Duration answerLimit) {
  /** Checks the limits. */
  public HotplugSettings {
    if (eventLogLength < 1) {
      throw new IllegalArgumentException("event log of " + eventLogLength + " events; at least 1");
    }
    if (answerLimit.isNegative() || answerLimit.isZero()) {
      throw new IllegalArgumentException("answer limit " + answerLimit + "; it must be positive");
    }
  }

  /**
   * Safe settings: unrequested ejection is refused, the last 256 events are kept, an answer may
   * take 30 seconds.
   */
  public static HotplugSettings defaults() {
    return new HotplugSettings(false, 256, Duration.ofSeconds(30));
  }

  /** These settings with unrequested ejection allowed or refused. */
  public HotplugSettings withUnrequestedEject(boolean allowed) {
    return new HotplugSettings(allowed, eventLogLength, answerLimit);
  }

  /** These settings with a log of another length. */
  public HotplugSettings withEventLogLength(int length) {
    return new HotplugSettings(unrequestedEject, length, answerLimit);
  }

  /** These settings with another limit for answers. */
  public HotplugSettings withAnswerLimit(Duration limit) {
    return new HotplugSettings(unrequestedEject, eventLogLength, limit);
  }
}
