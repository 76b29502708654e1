package org.memslot.machine;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Atomic accesses to RAM with a memory order, for whoever emulates a guest's locked instructions
 * and barriers. The orders are those of {@link VarHandle}; the plain one is {@link AddressSpace}'s.
 *
 * <p>An address is atomic when it is a multiple of the width and its RAM is placed at a multiple of
 * 4096. Elsewhere (a device, a ROM, a hole, a split access) a get or set is the plain one between
 * two full fences, and an update reads and then writes under a lock which excludes other such
 * updates only. Like the rest of the guest's side it never throws.
 */
public final class OrderedAccess {
  private static final VarHandle LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
  private static final VarHandle INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

  private final AddressSpace space;

  OrderedAccess(AddressSpace space) {
    this.space = space;
  }

  /** The strength of a get or set. */
  public enum Order {
    /** Atomic and coherent, no order with other locations. */
    OPAQUE,
    /** Acquire when getting, release when setting. */
    ACQUIRE_RELEASE,
    /** One order of all such accesses. */
    VOLATILE
  }

  /**
   * Reads eight bytes.
   *
   * @param address unsigned
   * @param order the strength
   * @return the 64 bits
   */
  public long get64(long address, Order order) {
    FlatView view = space.view();
    FlatRange range = atomic(view, address, 8);
    if (range == null) {
      VarHandle.fullFence();
      long value = space.read64(address);
      VarHandle.fullFence();
      return value;
    }
    long host = host(range, address);
    long value =
        switch (order) {
          case OPAQUE -> (long) LONG.getOpaque(Host.MEMORY, host);
          case ACQUIRE_RELEASE -> (long) LONG.getAcquire(Host.MEMORY, host);
          case VOLATILE -> (long) LONG.getVolatile(Host.MEMORY, host);
        };
    VarHandle.acquireFence();
    return ram(range).isClosed() ? space.read64(address) : kept(view, value);
  }

  /**
   * Reads four bytes.
   *
   * @param address unsigned
   * @param order the strength
   * @return the 32 bits
   */
  public int get32(long address, Order order) {
    FlatView view = space.view();
    FlatRange range = atomic(view, address, 4);
    if (range == null) {
      VarHandle.fullFence();
      int value = space.read32(address);
      VarHandle.fullFence();
      return value;
    }
    long host = host(range, address);
    int value =
        switch (order) {
          case OPAQUE -> (int) INT.getOpaque(Host.MEMORY, host);
          case ACQUIRE_RELEASE -> (int) INT.getAcquire(Host.MEMORY, host);
          case VOLATILE -> (int) INT.getVolatile(Host.MEMORY, host);
        };
    VarHandle.acquireFence();
    return ram(range).isClosed() ? space.read32(address) : (int) kept(view, value);
  }

  /**
   * Writes eight bytes.
   *
   * @param address unsigned
   * @param value written
   * @param order the strength
   */
  public void set64(long address, long value, Order order) {
    FlatView view = space.view();
    FlatRange range = atomic(view, address, 8);
    if (range == null) {
      VarHandle.fullFence();
      space.write64(address, value);
      VarHandle.fullFence();
      return;
    }
    long host = host(range, address);
    switch (order) {
      case OPAQUE -> LONG.setOpaque(Host.MEMORY, host, value);
      case ACQUIRE_RELEASE -> LONG.setRelease(Host.MEMORY, host, value);
      case VOLATILE -> LONG.setVolatile(Host.MEMORY, host, value);
    }
    Transfer.written(ram(range), range.offsetOf(address), 8);
    Host.keep(view);
  }

  /**
   * Writes four bytes.
   *
   * @param address unsigned
   * @param value written
   * @param order the strength
   */
  public void set32(long address, int value, Order order) {
    FlatView view = space.view();
    FlatRange range = atomic(view, address, 4);
    if (range == null) {
      VarHandle.fullFence();
      space.write32(address, value);
      VarHandle.fullFence();
      return;
    }
    long host = host(range, address);
    switch (order) {
      case OPAQUE -> INT.setOpaque(Host.MEMORY, host, value);
      case ACQUIRE_RELEASE -> INT.setRelease(Host.MEMORY, host, value);
      case VOLATILE -> INT.setVolatile(Host.MEMORY, host, value);
    }
    Transfer.written(ram(range), range.offsetOf(address), 4);
    Host.keep(view);
  }

  /**
   * Writes eight bytes when they have an expected value, as CMPXCHG does.
   *
   * @param address unsigned
   * @param expected the value to be replaced
   * @param value the new value
   * @return what was there; the write was done when that is {@code expected}
   */
  public long compareAndExchange64(long address, long expected, long value) {
    FlatView view = space.view();
    FlatRange range = atomic(view, address, 8);
    if (range == null) {
      return exchangeSplit(address, 8, expected, value);
    }
    long before =
        (long) LONG.compareAndExchange(Host.MEMORY, host(range, address), expected, value);
    Transfer.written(ram(range), range.offsetOf(address), 8);
    return kept(view, before);
  }

  /**
   * Writes four bytes when they have an expected value.
   *
   * @param address unsigned
   * @param expected the value to be replaced
   * @param value the new value
   * @return what was there; the write was done when that is {@code expected}
   */
  public int compareAndExchange32(long address, int expected, int value) {
    FlatView view = space.view();
    FlatRange range = atomic(view, address, 4);
    if (range == null) {
      return (int) exchangeSplit(address, 4, expected & 0xffff_ffffL, value);
    }
    int before = (int) INT.compareAndExchange(Host.MEMORY, host(range, address), expected, value);
    Transfer.written(ram(range), range.offsetOf(address), 4);
    return (int) kept(view, before);
  }

  /**
   * Writes eight bytes when they have an expected value.
   *
   * @param address unsigned
   * @param expected the value to be replaced
   * @param value the new value
   * @return whether it was there and was replaced
   */
  public boolean compareAndSet64(long address, long expected, long value) {
    return compareAndExchange64(address, expected, value) == expected;
  }

  /**
   * Writes four bytes when they have an expected value.
   *
   * @param address unsigned
   * @param expected the value to be replaced
   * @param value the new value
   * @return whether it was there and was replaced
   */
  public boolean compareAndSet32(long address, int expected, int value) {
    return compareAndExchange32(address, expected, value) == expected;
  }

  /**
   * Adds to eight bytes, as LOCK XADD does.
   *
   * @param address unsigned
   * @param addend added
   * @return the value before
   */
  public long getAndAdd64(long address, long addend) {
    while (true) {
      long before = get64(address, Order.VOLATILE);
      if (compareAndExchange64(address, before, before + addend) == before) {
        return before;
      }
    }
  }

  private long exchangeSplit(long address, int width, long expected, long value) {
    synchronized (this.space) {
      VarHandle.fullFence();
      long before = space.read(address, width);
      if (before == expected) {
        space.write(address, width, value);
      }
      VarHandle.fullFence();
      return before;
    }
  }

  /** The range of RAM that takes an atomic access, null where that cannot be. */
  private static @Nullable FlatRange atomic(FlatView view, long address, int width) {
    FlatRange range = view.lookup(address);
    boolean atomic =
        range != null
            && (address & (width - 1)) == 0
            && range.region() instanceof RamRegion
            && (host(range, address) & (width - 1)) == 0
            && Long.compareUnsigned(range.range().last() - address, width - 1) >= 0;
    return atomic ? range : null;
  }

  private static long host(FlatRange range, long address) {
    return ram(range).hostAddress() + range.offsetOf(address);
  }

  private static RamRegion ram(FlatRange range) {
    return (RamRegion) range.region();
  }

  private static long kept(FlatView view, long value) {
    Host.keep(view);
    return value;
  }
}
