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
  private static final VarHandle LONG = little(ValueLayout.JAVA_LONG);
  private static final VarHandle INT = little(ValueLayout.JAVA_INT);
  private static final VarHandle SHORT = little(ValueLayout.JAVA_SHORT);
  private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();

  private final AddressSpace space;
  private final Object split = new Object();

  OrderedAccess(AddressSpace space) {
    this.space = space;
  }

  private static VarHandle little(ValueLayout layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
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
    return get(address, 8, order);
  }

  /**
   * Reads four bytes.
   *
   * @param address unsigned
   * @param order the strength
   * @return the 32 bits
   */
  public int get32(long address, Order order) {
    return (int) get(address, 4, order);
  }

  /**
   * Reads two bytes.
   *
   * @param address unsigned
   * @param order the strength
   * @return 0 to 0xffff
   */
  public int get16(long address, Order order) {
    return (int) get(address, 2, order);
  }

  /**
   * Reads one byte.
   *
   * @param address unsigned
   * @param order the strength
   * @return 0 to 0xff
   */
  public int get8(long address, Order order) {
    return (int) get(address, 1, order);
  }

  /**
   * Writes eight bytes.
   *
   * @param address unsigned
   * @param value written
   * @param order the strength
   */
  public void set64(long address, long value, Order order) {
    set(address, 8, value, order);
  }

  /**
   * Writes four bytes.
   *
   * @param address unsigned
   * @param value written
   * @param order the strength
   */
  public void set32(long address, int value, Order order) {
    set(address, 4, value, order);
  }

  /**
   * Writes two bytes.
   *
   * @param address unsigned
   * @param value the low 16 bits are written
   * @param order the strength
   */
  public void set16(long address, int value, Order order) {
    set(address, 2, value, order);
  }

  /**
   * Writes one byte.
   *
   * @param address unsigned
   * @param value the low 8 bits are written
   * @param order the strength
   */
  public void set8(long address, int value, Order order) {
    set(address, 1, value, order);
  }

  /**
   * Writes eight bytes when there is an expected value, as CMPXCHG does.
   *
   * @param address unsigned
   * @param expected the value to be replaced
   * @param value the new value
   * @return what was there, the 64 bits; the write was done when that is {@code expected}
   */
  public long compareAndExchange64(long address, long expected, long value) {
    return exchange(address, 8, expected, value);
  }

  /**
   * Writes four bytes when there is an expected value.
   *
   * @param address unsigned
   * @param expected the value to be replaced
   * @param value the new value
   * @return what was there, the 32 bits; the write was done when that is {@code expected}
   */
  public int compareAndExchange32(long address, int expected, int value) {
    return (int) exchange(address, 4, expected & 0xffff_ffffL, value & 0xffff_ffffL);
  }

  /**
   * Writes two bytes when there is an expected value.
   *
   * @param address unsigned
   * @param expected the value to be replaced, its low 16 bits
   * @param value the new value, its low 16 bits
   * @return what was there, 0 to 0xffff; the write was done when that is {@code expected}
   */
  public int compareAndExchange16(long address, int expected, int value) {
    return (int) exchange(address, 2, expected & 0xffff, value & 0xffff);
  }

  /**
   * Writes one byte when there is an expected value.
   *
   * @param address unsigned
   * @param expected the value to be replaced, its low 8 bits
   * @param value the new value, its low 8 bits
   * @return what was there, 0 to 0xff; the write was done when that is {@code expected}
   */
  public int compareAndExchange8(long address, int expected, int value) {
    return (int) exchange(address, 1, expected & 0xff, value & 0xff);
  }

  /**
   * Writes eight bytes when there is an expected value.
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
   * Writes four bytes when there is an expected value.
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
    return getAndAdd(address, 8, addend);
  }

  /**
   * Adds to four bytes.
   *
   * @param address unsigned
   * @param addend added
   * @return the value before
   */
  public int getAndAdd32(long address, int addend) {
    return (int) getAndAdd(address, 4, addend);
  }

  private long get(long address, int width, Order order) {
    while (true) {
      FlatView view = space.view();
      Section section = atomic(view, address, width);
      if (section == null) {
        VarHandle.fullFence();
        long value = space.read(address, width);
        VarHandle.fullFence();
        return value;
      }
      long value = load(section.host(address), width, order);
      if (!isGone(view, section)) {
        return value;
      }
    }
  }

  private static long load(long host, int width, Order order) {
    return switch (order) {
      case OPAQUE ->
          switch (width) {
            case 1 -> (byte) BYTE.getOpaque(Host.MEMORY, host) & 0xff;
            case 2 -> (short) SHORT.getOpaque(Host.MEMORY, host) & 0xffff;
            case 4 -> (int) INT.getOpaque(Host.MEMORY, host) & 0xffff_ffffL;
            default -> (long) LONG.getOpaque(Host.MEMORY, host);
          };
      case ACQUIRE_RELEASE ->
          switch (width) {
            case 1 -> (byte) BYTE.getAcquire(Host.MEMORY, host) & 0xff;
            case 2 -> (short) SHORT.getAcquire(Host.MEMORY, host) & 0xffff;
            case 4 -> (int) INT.getAcquire(Host.MEMORY, host) & 0xffff_ffffL;
            default -> (long) LONG.getAcquire(Host.MEMORY, host);
          };
      case VOLATILE ->
          switch (width) {
            case 1 -> (byte) BYTE.getVolatile(Host.MEMORY, host) & 0xff;
            case 2 -> (short) SHORT.getVolatile(Host.MEMORY, host) & 0xffff;
            case 4 -> (int) INT.getVolatile(Host.MEMORY, host) & 0xffff_ffffL;
            default -> (long) LONG.getVolatile(Host.MEMORY, host);
          };
    };
  }

  private void set(long address, int width, long value, Order order) {
    FlatView view = space.view();
    Section section = atomic(view, address, width);
    if (section == null) {
      VarHandle.fullFence();
      space.write(address, width, value);
      VarHandle.fullFence();
      return;
    }
    store(section.host(address), width, value, order);
    Transfer.written(ram(section), section.offset(address), width);
    Host.keep(view);
  }

  private static void store(long host, int width, long value, Order order) {
    switch (order) {
      case OPAQUE -> {
        switch (width) {
          case 1 -> BYTE.setOpaque(Host.MEMORY, host, (byte) value);
          case 2 -> SHORT.setOpaque(Host.MEMORY, host, (short) value);
          case 4 -> INT.setOpaque(Host.MEMORY, host, (int) value);
          default -> LONG.setOpaque(Host.MEMORY, host, value);
        }
      }
      case ACQUIRE_RELEASE -> {
        switch (width) {
          case 1 -> BYTE.setRelease(Host.MEMORY, host, (byte) value);
          case 2 -> SHORT.setRelease(Host.MEMORY, host, (short) value);
          case 4 -> INT.setRelease(Host.MEMORY, host, (int) value);
          default -> LONG.setRelease(Host.MEMORY, host, value);
        }
      }
      case VOLATILE -> {
        switch (width) {
          case 1 -> BYTE.setVolatile(Host.MEMORY, host, (byte) value);
          case 2 -> SHORT.setVolatile(Host.MEMORY, host, (short) value);
          case 4 -> INT.setVolatile(Host.MEMORY, host, (int) value);
          default -> LONG.setVolatile(Host.MEMORY, host, value);
        }
      }
    }
  }

  private long exchange(long address, int width, long expected, long value) {
    while (true) {
      FlatView view = space.view();
      Section section = atomic(view, address, width);
      if (section == null) {
        return exchangeSplit(address, width, expected, value);
      }
      long before = exchangeAt(section.host(address), width, expected, value);
      Transfer.written(ram(section), section.offset(address), width);
      if (!isGone(view, section)) {
        return before;
      }
    }
  }

  private long getAndAdd(long address, int width, long addend) {
    while (true) {
      FlatView view = space.view();
      Section section = atomic(view, address, width);
      if (section == null) {
        return addSplit(address, width, addend);
      }
      long host = section.host(address);
      long before =
          width == 8
              ? (long) LONG.getAndAdd(Host.MEMORY, host, addend)
              : (int) INT.getAndAdd(Host.MEMORY, host, (int) addend);
      Transfer.written(ram(section), section.offset(address), width);
      if (!isGone(view, section)) {
        return before;
      }
    }
  }

  /** One read and one write, whatever the value has become in between: a device may see to that. */
  private long addSplit(long address, int width, long addend) {
    synchronized (split) {
      VarHandle.fullFence();
      long before = space.read(address, width);
      space.write(address, width, before + addend);
      VarHandle.fullFence();
      return before;
    }
  }

  private static long exchangeAt(long host, int width, long expected, long value) {
    return switch (width) {
      case 8 -> (long) LONG.compareAndExchange(Host.MEMORY, host, expected, value);
      case 4 ->
          (int) INT.compareAndExchange(Host.MEMORY, host, (int) expected, (int) value)
              & 0xffff_ffffL;
      default -> exchangeWithin(host, width, expected, value);
    };
  }

  /** One or two bytes, by way of the four around them. */
  private static long exchangeWithin(long host, int width, long expected, long value) {
    int shift = (int) (host & 3) * 8;
    int mask = (int) Faults.ones(width) << shift;
    while (true) {
      int word = (int) INT.getVolatile(Host.MEMORY, host & ~3L);
      long before = Integer.toUnsignedLong((word & mask) >>> shift);
      if (before != expected) {
        return before;
      }
      int next = (word & ~mask) | ((int) value << shift);
      if (INT.compareAndSet(Host.MEMORY, host & ~3L, word, next)) {
        return before;
      }
    }
  }

  private long exchangeSplit(long address, int width, long expected, long value) {
    synchronized (split) {
      VarHandle.fullFence();
      long before = space.read(address, width);
      if (before == expected) {
        space.write(address, width, value);
      }
      VarHandle.fullFence();
      return before;
    }
  }

  /** The RAM that takes an atomic access, null where that cannot be. */
  private static @Nullable Section atomic(FlatView view, long address, int width) {
    Section section = view.lookup(address);
    boolean atomic =
        section != null
            && section.region instanceof RamRegion
            && ((address | section.host(address)) & (width - 1)) == 0
            && section.holds(address, width);
    return atomic ? section : null;
  }

  private static RamRegion ram(Section section) {
    return (RamRegion) section.region;
  }

  /**
   * After an access: whether the memory may have been given back before it, so that it is to be
   * done again on the new view.
   */
  private static boolean isGone(FlatView view, Section section) {
    VarHandle.acquireFence();
    boolean gone = ram(section).isClosed();
    Host.keep(view);
    return gone;
  }
}
