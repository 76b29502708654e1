package org.memslot.hypervisor.device;

import java.util.function.LongSupplier;
import org.memslot.machine.LevelInterruptLine;

/**
 * A comparator of a {@link HpetBlock} with one I/O APIC input, periodic or not, edge or level
 * triggered. Its owner serialises all calls, those of the timer among them.
 */
final class HpetTimer {
  /** Nanoseconds of a tick of the counter. */
  static final int NANOS_PER_TICK = 10;

  private static final long LEVEL = 1 << 1;
  private static final long INTERRUPT_ENABLE = 1 << 2;
  private static final long PERIODIC = 1 << 3;
  private static final long PERIODIC_CAPABLE = 1 << 4;
  private static final long OF_64_BITS = 1 << 5;
  private static final long VALUE_SET = 1 << 6;
  private static final long MODE_32_BITS = 1 << 8;
  private static final int ROUTE_SHIFT = 9;
  private static final int ROUTES_SHIFT = 32;
  private static final long STORED = LEVEL | INTERRUPT_ENABLE | PERIODIC | MODE_32_BITS;

  private static final long LOW_32_BITS = 0xffff_ffffL;

  /** The least between two matches, so that a period of nothing does not take all time. */
  private static final long LEAST_TICKS = 1000;

  /** More than a century; what lies further ahead need not be exact. */
  private static final long MOST_TICKS = Long.MAX_VALUE / NANOS_PER_TICK / 2;

  private final int input;
  private final LongSupplier counter;
  private final DeviceTimer timer;
  private final LevelInterruptLine line;
  private long configuration;
  private boolean valueSet;
  private long comparator = -1;
  private long period;
  private boolean pending;
  private Runnable cancel = () -> {};

  /** Whether a match is waited for: so many ticks from a count of the counter on. */
  private boolean armed;

  private long armedAt;
  private long armedTicks;

  /**
   * Incremented on every change, so that a call that has begun already can tell that it is stale.
   */
  private int generation;

  /**
   * A comparator in its state after reset.
   *
   * @param input the I/O APIC input that it is wired to
   * @param counter the main counter
   * @param timer calls when the counter has reached the comparator
   */
  HpetTimer(int input, LongSupplier counter, DeviceTimer timer) {
    this.input = input;
    this.counter = counter;
    this.timer = timer;
    line = new LevelInterruptLine("HPET " + input);
  }

  int input() {
    return input;
  }

  LevelInterruptLine line() {
    return line;
  }

  void reset() {
    disarm();
    configuration = 0;
    valueSet = false;
    comparator = -1;
    period = 0;
    acknowledge();
  }

  /** Tn_INT_ROUTE_CNF is always the one input that Tn_INT_ROUTE_CAP has. */
  long configuration() {
    return configuration
        | PERIODIC_CAPABLE
        | OF_64_BITS
        | (long) input << ROUTE_SHIFT
        | 1L << (ROUTES_SHIFT + input);
  }

  void configure(long value, long mask) {
    configuration = ((configuration & ~mask) | (value & mask)) & STORED;
    valueSet = (value & mask & VALUE_SET) != 0;
  }

  long comparator() {
    return is32Bits() ? comparator & LOW_32_BITS : comparator;
  }

  private boolean is32Bits() {
    return (configuration & MODE_32_BITS) != 0;
  }

  /** In periodic mode a write sets the period, or the comparator where Tn_VAL_SET_CNF asks. */
  void compare(long value, long mask) {
    if ((configuration & PERIODIC) != 0 && !valueSet) {
      period = (period & ~mask) | value;
    } else {
      comparator = (comparator & ~mask) | value;
    }
    valueSet = false;
  }

  /** A level-triggered interrupt is waiting for the guest. */
  boolean isPending() {
    return pending;
  }

  void acknowledge() {
    pending = false;
    line.lower();
  }

  /**
   * Lets the match that is due happen, before a register changes: the call that was waited for may
   * be late.
   */
  void catchUp() {
    if (armed && counter.getAsLong() - armedAt >= armedTicks) {
      disarm();
      match();
    }
  }

  /** Waits for the comparator anew, from where the counter is now. */
  void rearm(boolean counting) {
    disarm();
    if (counting && (configuration & INTERRUPT_ENABLE) != 0) {
      arm(counter.getAsLong());
    }
  }

  private void disarm() {
    generation++;
    armed = false;
    cancel.run();
    cancel = () -> {};
  }

  private void arm(long count) {
    long ticks = comparator - count;
    if (is32Bits()) {
      ticks &= LOW_32_BITS;
    }
    if (ticks >= 0) {
      int current = generation;
      armed = true;
      armedAt = count;
      armedTicks = ticks;
      long nanos = Math.min(ticks, MOST_TICKS) * NANOS_PER_TICK;
      cancel = timer.after(nanos, () -> called(current));
    }
  }

  private void called(int ofGeneration) {
    if (ofGeneration != generation) {
      return;
    }
    long count = counter.getAsLong();
    boolean due = count - armedAt >= armedTicks;
    disarm();
    if (due) {
      match();
    } else {
      arm(count); // The wait was cut, or rounded.
    }
  }

  private void match() {
    line.raise();
    if ((configuration & LEVEL) != 0) {
      pending = true;
    } else {
      line.lower();
    }
    if ((configuration & PERIODIC) != 0) {
      long count = counter.getAsLong();
      long step = Math.max(is32Bits() ? period & LOW_32_BITS : period, LEAST_TICKS);
      long late = count - armedAt - armedTicks;
      comparator =
          armedAt + armedTicks + step * (late / step + 1); // Lost: what nobody was called for.
      arm(count);
    }
  }
}
