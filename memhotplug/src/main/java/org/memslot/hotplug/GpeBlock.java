package org.memslot.hotplug;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.InterruptLine;
import org.memslot.machine.IoHandler;

/**
 * The general-purpose event block GPE0 (ACPI 6.5, section 4.8.4.1): two bytes of status, write 1 to
 * clear, then two bytes of enable. The interrupt is a level: it is asserted while any event is both
 * pending and enabled.
 *
 * <p>Reads and writes of 1, 2 and 4 bytes at any offset act on the bytes they touch.
 */
public final class GpeBlock implements IoHandler {
  /** Bytes of the block. */
  public static final int SIZE = 4;

  /** Events of the block. */
  public static final int EVENTS = 16;

  private static final int STATUS_MASK = 0xffff;

  private final InterruptLine sci;
  // Status in the low half, enable in the high half: one word, so that both change together.
  private final AtomicInteger registers = new AtomicInteger();
  private final AtomicInteger levelChanges = new AtomicInteger();

  /** A block with nothing pending or enabled, which drives this line and nothing else does. */
  public GpeBlock(InterruptLine sci) {
    this.sci = sci;
  }

  /** Puts the block on the bus of I/O ports. */
  public void mapOn(AddressSpace ports, long base) {
    DeviceRegion region = new DeviceRegion("gpe0", SIZE, this);
    ports.change(change -> change.add(base, region));
  }

  /**
   * Sets an event's status bit, and asserts the interrupt if the event is enabled.
   *
   * @param event 0 to 15
   */
  public void raise(int event) {
    if (event < 0 || event >= EVENTS) {
      throw new IllegalArgumentException("GPE " + event + "; the block has events 0 to 15");
    }
    update(value -> value | (1 << event));
  }

  /** The pending events, a bit for each. */
  public int status() {
    return registers.get() & STATUS_MASK;
  }

  /** The enabled events, a bit for each. */
  public int enabled() {
    return registers.get() >>> EVENTS;
  }

  /** Nothing is pending or enabled any more. */
  public void reset() {
    update(value -> 0);
  }

  @Override
  public long read(long offset, int width) {
    long mask = width >= SIZE ? 0xffff_ffffL : (1L << (8 * width)) - 1;
    return (Integer.toUnsignedLong(registers.get()) >>> (8 * offset)) & mask;
  }

  @Override
  public void write(long offset, int width, long value) {
    long mask = width >= SIZE ? 0xffff_ffffL : (1L << (8 * width)) - 1;
    int touched = (int) (mask << (8 * offset));
    int written = (int) (value << (8 * offset)) & touched;
    update(
        old -> {
          int status = old & ~written & STATUS_MASK;
          int enable = ((old & ~touched) | written) & ~STATUS_MASK;
          return status | enable;
        });
  }

  private void update(IntUnaryOperator change) {
    registers.updateAndGet(change);
    // Whoever comes first drives the line until it agrees with the registers; nobody waits, so a
    // guest that is interrupted right here, on this thread, can use the block.
    if (levelChanges.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      int now = registers.get();
      if ((now & STATUS_MASK & (now >>> EVENTS)) != 0) {
        sci.raise();
      } else {
        sci.lower();
      }
      seen = levelChanges.addAndGet(-seen);
    } while (seen != 0);
  }
}
