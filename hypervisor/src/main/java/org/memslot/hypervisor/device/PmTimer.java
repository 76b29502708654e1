package org.memslot.hypervisor.device;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.memslot.machine.IoHandler;

/**
 * The power-management timer (ACPI 6.5, section 4.8.3.3): 24 bits that count up at 3.579545 MHz.
 * Writes vanish.
 */
final class PmTimer implements IoHandler {
  private static final long HERTZ = 3_579_545;
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanoTime;
  private final long start;

  /** A timer that is 0 now. */
  PmTimer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public long read(long offset, int width) {
    long elapsed = nanoTime.getAsLong() - start;
    long seconds = elapsed / NANOS_PER_SECOND;
    long rest = elapsed % NANOS_PER_SECOND;
    return seconds * HERTZ + rest * HERTZ / NANOS_PER_SECOND & 0xff_ffffL;
  }

  @Override
  public void write(long offset, int width, long value) {}
}
