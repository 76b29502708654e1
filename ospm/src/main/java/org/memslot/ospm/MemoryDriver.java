package org.memslot.ospm;

import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.ospm.MemoryDevice.State;
import org.memslot.ospm.MemoryDevice.UnusableException;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * Brings the memory of memory devices into use and out of it, the way Linux does: what it reports
 * by _OST, and in which order, is what Linux 6.1 reports.
 */
final class MemoryDriver {
  private static final int NOTIFY_BUS_CHECK = 0;
  private static final int NOTIFY_DEVICE_CHECK = 1;
  private static final int NOTIFY_EJECT_REQUEST = 3;

  private static final int OST_SUCCESS = 0;
  private static final int OST_FAILURE = 1;
  private static final int OST_UNRECOGNIZED = 2;
  private static final int OST_EJECT_BUSY = 0x82;
  private static final int OST_EJECT_IN_PROGRESS = 0x84;

  private static final long USABLE =
      DeviceMethods.PRESENT | DeviceMethods.ENABLED | DeviceMethods.FUNCTIONAL;

  private final MemoryProbe probe;
  private final OnlineMemory online;
  private final DeviceMethods methods;
  private final EventLog log;

  MemoryDriver(MemoryProbe probe, OnlineMemory online, DeviceMethods methods, EventLog log) {
    this.probe = probe;
    this.online = online;
    this.methods = methods;
    this.log = log;
  }

  /** Takes a device found at boot; its memory comes on line if it is there, without a report. */
  void attach(MemoryDevice device) {
    boolean present = isUsable(device);
    log.add(new GuestEvent.DeviceFound(device.path(), present));
    if (present) {
      bringOnline(device);
    }
  }

  /** Handles a notification of a device. */
  void onNotify(MemoryDevice device, long value) {
    if (value == NOTIFY_BUS_CHECK || value == NOTIFY_DEVICE_CHECK) {
      int status = bringOnline(device);
      report(device, (int) value, status);
    } else if (value == NOTIFY_EJECT_REQUEST) {
      report(device, NOTIFY_EJECT_REQUEST, OST_EJECT_IN_PROGRESS);
      report(device, NOTIFY_EJECT_REQUEST, remove(device));
    } else {
      report(device, (int) value, OST_UNRECOGNIZED);
    }
  }

  private void report(MemoryDevice device, int source, int status) {
    NamespaceNode node = device.device();
    if (probe.isStopped() || !methods.has(node, "_OST")) {
      return;
    }
    log.add(new GuestEvent.OstEvaluated(device.path(), source, status));
    methods.evaluate(node, "_OST", new long[] {source, status, 0});
  }

  private boolean isUsable(MemoryDevice device) {
    return (methods.status(device.device()) & USABLE) == USABLE;
  }

  /** Brings a device's memory into use and returns the _OST status. */
  private int bringOnline(MemoryDevice device) {
    try {
      add(device);
      return OST_SUCCESS;
    } catch (UnusableException e) {
      log.add(new GuestEvent.MemoryFailed(device.path(), OST_FAILURE, e.reason()));
      return OST_FAILURE;
    }
  }

  private void add(MemoryDevice device) throws UnusableException {
    State before = device.state();
    boolean present = isUsable(device);
    device.setState(new State(present, before.online(), before.ranges(), before.node()));
    if (!present) {
      throw new UnusableException("_STA says that it is not there");
    }
    if (before.online()) {
      return;
    }
    List<AddressRange> ranges = device.readRanges(methods);
    int node = (int) methods.integer(device.device(), "_PXM").orElse(0);
    device.setState(new State(true, false, ranges, node));
    for (AddressRange range : ranges) {
      check(range);
    }
    for (AddressRange range : ranges) {
      // What the firmware's memory map has is in use since boot, contents and all.
      if (!online.covers(range)) {
        probe.test(range);
        online.add(range, node);
      }
    }
    device.setState(new State(true, true, ranges, node));
    ranges.forEach(range -> log.add(new GuestEvent.MemoryOnline(device.path(), range, node)));
  }

  private void check(AddressRange range) throws UnusableException {
    long misaligned = (range.first() | range.length()) & OnlineMemory.BLOCK_SIZE - 1;
    if (misaligned != 0) {
      throw new UnusableException(
          "%s does not begin and end on a multiple of a memory block, 0x%x bytes"
              .formatted(range, OnlineMemory.BLOCK_SIZE));
    }
    Optional<AddressRange> other = online.overlap(range);
    if (other.isPresent() && !online.covers(range)) {
      throw new UnusableException("%s overlaps memory in use, %s".formatted(range, other.get()));
    }
  }

  /** Takes a device's memory out of use, has it ejected, and returns the _OST status. */
  private int remove(MemoryDevice device) {
    State state = device.state();
    if (!state.online()) {
      return refuse(device, OST_FAILURE, "its memory is not in use");
    }
    Optional<Long> marked = online.remove(state.ranges());
    if (marked.isPresent()) {
      return refuse(
          device, OST_EJECT_BUSY, "memory at 0x%x cannot be moved".formatted(marked.get()));
    }
    device.setState(new State(true, false, state.ranges(), state.node()));
    if (methods.has(device.device(), "_LCK")) {
      methods.evaluate(device.device(), "_LCK", new long[] {0});
    }
    if (!methods.has(device.device(), "_EJ0")) {
      return refuse(device, OST_FAILURE, "it has no _EJ0");
    }
    methods.evaluate(device.device(), "_EJ0", new long[] {1});
    if ((methods.status(device.device()) & DeviceMethods.ENABLED) != 0) {
      return refuse(device, OST_FAILURE, "it is still there after _EJ0");
    }
    device.setState(new State(false, false, state.ranges(), state.node()));
    for (AddressRange range : state.ranges()) {
      log.add(new GuestEvent.MemoryOffline(device.path(), range, state.node()));
    }
    return OST_SUCCESS;
  }

  private int refuse(MemoryDevice device, int status, String reason) {
    log.add(new GuestEvent.RemovalRefused(device.path(), status, reason));
    return status;
  }
}
