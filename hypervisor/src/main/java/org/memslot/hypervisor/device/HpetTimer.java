package org.memslot.hypervisor.device;

import org.memslot.machine.LevelInterruptLine;

/**
 * A comparator of a {@link HpetBlock} with one I/O APIC input, periodic or not, edge or level
 * triggered. Its owner serialises all calls.
 */
final class HpetTimer {
  private static final long LEVEL = 1 << 1;
  private static final long INTERRUPT_ENABLE = 1 << 2;
  private static final long PERIODIC = 1 << 3;
  private static final long PERIODIC_CAPABLE = 1 << 4;
  private static final long OF_64_BITS = 1 << 5;
  private static final long VALUE_SET = 1 << 6;
  private static final long MODE_32_BITS = 1 << 8;
  private static final long ROUTE = 0x1fL << 9;
  private static final long WRITABLE =
      LEVEL | INTERRUPT_ENABLE | PERIODIC | VALUE_SET | MODE_32_BITS | ROUTE;

  /** The least between two matches, so that a period of nothing does not take all time. */
  private static final long LEAST_TICKS = 1000;

  /** Calls after that many ticks. */
  @FunctionalInterface
  interface Alarm {
    void after(long ticks, Runnable task);
  }

  private final int input;
  private final Alarm alarm;
  private final LevelInterruptLine line;
  private long configuration;
  private long comparator = -1;
  private long period;
  private boolean pending;

  /** Alarms of before a change are of another generation, and do nothing. */
  private int generation;

  HpetTimer(int input, Alarm alarm) {
    this.input = input;
    this.alarm = alarm;
    line = new LevelInterruptLine("HPET " + input);
  }

  int input() {
    return input;
  }

  LevelInterruptLine line() {
    return line;
  }

  void reset() {
    generation++;
    configuration = 0;
    comparator = -1;
    period = 0;
    acknowledge();
  }

  /** With the one input that it can be routed to. */
  long configuration() {
    return configuration | PERIODIC_CAPABLE | OF_64_BITS | 1L << (32 + input);
  }

  void configure(long value, long mask) {
    configuration = ((configuration & ~mask) | (value & mask)) & WRITABLE;
  }

  long comparator() {
    return comparator;
  }

  /** In periodic mode a write sets the period, and the comparator too where VAL_SET asks for it. */
  void compare(long value, long mask) {
    if ((configuration & PERIODIC) == 0) {
      comparator = (comparator & ~mask) | value;
      return;
    }
    if ((configuration & VALUE_SET) != 0) {
      comparator = (comparator & ~mask) | value;
      configuration &= ~VALUE_SET;
    } else {
      period = (period & ~mask) | value;
    }
  }

  /** A level-triggered interrupt is waiting for the guest. */
  boolean isPending() {
    return pending;
  }

  void acknowledge() {
    pending = false;
    line.lower();
  }

  /** Waits for the comparator anew, from where the counter is now. */
  void rearm(boolean counting, long counter) {
    int current = ++generation;
    if (!counting || (configuration & INTERRUPT_ENABLE) == 0) {
      return;
    }
    long ticks = comparator - counter;
    if ((configuration & MODE_32_BITS) != 0) {
      ticks &= 0xffff_ffffL;
    }
    if (ticks < 0) {
      return;
    }
    alarm.after(ticks, () -> match(current));
  }

  private void match(int ofGeneration) {
    if (ofGeneration != generation) {
      return;
    }
    line.raise();
    if ((configuration & LEVEL) != 0) {
      pending = true;
    } else {
      line.lower();
    }
    if ((configuration & PERIODIC) != 0) {
      long step = Math.max(period, LEAST_TICKS);
      comparator += step;
      alarm.after(step, () -> match(ofGeneration));
    }
  }
}
