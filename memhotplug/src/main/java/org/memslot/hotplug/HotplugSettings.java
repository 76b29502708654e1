package org.memslot.hotplug;

/**
 * How a controller treats what the guest does, and how much it remembers.
 *
 * @param unrequestedEject whether a guest may eject memory that nobody asked for. QEMU allows it;
 *     the default is to refuse and count it
 * @param eventLogLength how many of the last events {@link MemoryHotplugController#recentEvents}
 *     keeps, 1 or more
 */
public record HotplugSettings(boolean unrequestedEject, int eventLogLength) {
  /** Checks the length of the log. */
  public HotplugSettings {
    if (eventLogLength < 1) {
      throw new IllegalArgumentException("event log of " + eventLogLength + " events; at least 1");
    }
  }

  /** Safe settings: unrequested ejection is refused; the last 256 events are kept. */
  public static HotplugSettings defaults() {
    return new HotplugSettings(false, 256);
  }

  /** These settings with unrequested ejection allowed or refused. */
  public HotplugSettings withUnrequestedEject(boolean allowed) {
    return new HotplugSettings(allowed, eventLogLength);
  }

  /** These settings with a log of another length. */
  public HotplugSettings withEventLogLength(int length) {
    return new HotplugSettings(unrequestedEject, length);
  }
}
