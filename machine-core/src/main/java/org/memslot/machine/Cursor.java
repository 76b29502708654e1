package org.memslot.machine;

import java.lang.invoke.VarHandle;

/**
 * Reads and writes for a loop that stays in one region for a while: it remembers the last range of
 * RAM and looks again only when an address lies outside of it or the topology has changed. For one
 * thread at a time; it is as right as the space itself, and never throws.
 *
 * <p>A cursor keeps the view it remembers reachable, and with it the host addresses (not the
 * memory) of regions that have been closed meanwhile: drop it when the loop ends.
 */
public final class Cursor {
  private final AddressSpace space;
  private FlatView view;
  private long first;
  private long last;
  private long shift;
  private boolean hit;

  Cursor(AddressSpace space) {
    this.space = space;
    this.view = space.view();
  }

  /**
   * Reads eight bytes, little-endian.
   *
   * @param address unsigned
   * @return the 64 bits
   */
  public long read64(long address) {
    if (holds(address, 8)) {
      long value = Host.MEMORY.get(Host.LONG, shift + address);
      VarHandle.acquireFence();
      if (view == space.view()) {
        return value;
      }
    }
    return space.read64(address);
  }

  /**
   * Reads four bytes, little-endian.
   *
   * @param address unsigned
   * @return the 32 bits
   */
  public int read32(long address) {
    if (holds(address, 4)) {
      int value = Host.MEMORY.get(Host.INT, shift + address);
      VarHandle.acquireFence();
      if (view == space.view()) {
        return value;
      }
    }
    return space.read32(address);
  }

  /**
   * Reads one byte.
   *
   * @param address unsigned
   * @return 0 to 0xff
   */
  public int read8(long address) {
    if (holds(address, 1)) {
      int value = (int) Host.load(shift + address, 1);
      VarHandle.acquireFence();
      if (view == space.view()) {
        return value;
      }
    }
    return space.read8(address);
  }

  /**
   * Writes eight bytes, little-endian.
   *
   * @param address unsigned
   * @param value written
   */
  public void write64(long address, long value) {
    if (holds(address, 8)) {
      FlatView now = view;
      Host.MEMORY.set(Host.LONG, shift + address, value);
      Transfer.written(now, address, 8);
      Host.keep(now);
    } else {
      space.write64(address, value);
    }
  }

  /**
   * Writes four bytes, little-endian.
   *
   * @param address unsigned
   * @param value written
   */
  public void write32(long address, int value) {
    if (holds(address, 4)) {
      FlatView now = view;
      Host.MEMORY.set(Host.INT, shift + address, value);
      Transfer.written(now, address, 4);
      Host.keep(now);
    } else {
      space.write32(address, value);
    }
  }

  /** Whether an access lies in the remembered range of a view that is the space's still. */
  private boolean holds(long address, int width) {
    FlatView now = space.view();
    if (now == view && inside(address, width)) {
      return true;
    }
    return seek(now, address) && inside(address, width);
  }

  private boolean inside(long address, int width) {
    long offset = address - first;
    return hit
        && Long.compareUnsigned(offset, last - first) <= 0
        && Long.compareUnsigned(last - address, width - 1) >= 0;
  }

  private boolean seek(FlatView now, long address) {
    view = now;
    FlatRange range = now.lookup(address);
    hit = false;
    if (range != null && range.region() instanceof RamRegion ram) {
      hit = true;
      first = range.range().first();
      last = range.range().last();
      shift = ram.hostAddress() + range.offsetInRegion() - first;
    }
    return hit;
  }
}
