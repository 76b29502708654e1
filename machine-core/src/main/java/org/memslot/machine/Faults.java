package org.memslot.machine;

import java.util.concurrent.atomic.LongAdder;
import org.memslot.machine.MemoryAccessException.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an access that nothing answers: the guest gets ones and it is counted, the host
 * gets an exception.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(AddressSpace.class);

  private final String space;
  private final boolean strict;
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private final LongAdder devices = new LongAdder();

  Faults(String space, boolean strict) {
    this.space = space;
    this.strict = strict;
  }

  AccessCounters counters() {
    return new AccessCounters(reads.sum(), writes.sum(), devices.sum());
  }

  /** A read that came to nothing: all ones of the width. */
  long read(long address, int width, Cause reason) {
    refuse(address, width, reason);
    reads.increment();
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: read of {} bytes at 0x{}: {}", space, width, Long.toHexString(address), reason);
    }
    return ones(width);
  }

  void write(long address, long length, Cause reason) {
    refuse(address, length, reason);
    writes.increment();
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: write of {} bytes at 0x{}: {}", space, length, Long.toHexString(address), reason);
    }
  }

  private void refuse(long address, long length, Cause reason) {
    if (strict) {
      throw new MemoryAccessException(address, length, reason, space);
    }
  }

  /** A handler that threw. */
  long device(long address, int width, MemoryRegion device, Throwable thrown) {
    if (strict) {
      throw new MemoryAccessException(
          address, width, Cause.DEVICE, device.name() + " in " + space, thrown);
    }
    devices.increment();
    if (LOG.isDebugEnabled()) {
      LOG.debug("{}: {} failed at 0x{}", space, device, Long.toHexString(address), thrown);
    }
    return ones(width);
  }

  static long ones(int width) {
    return -1L >>> (64 - width * 8);
  }
}
