package org.memslot.machine;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

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
  private @Nullable RamRegion ram;
  private long first;
  private long last;
  private long offset;
  private long shift;

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
      if (isCurrent()) {
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
      if (isCurrent()) {
        return value;
      }
    }
    return space.read32(address);
  }

  /**
   * Reads two bytes, little-endian.
   *
   * @param address unsigned
   * @return 0 to 0xffff
   */
  public int read16(long address) {
    if (holds(address, 2)) {
      int value = (int) Host.load(shift + address, 2);
      if (isCurrent()) {
        return value;
      }
    }
    return space.read16(address);
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
      if (isCurrent()) {
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
      Host.MEMORY.set(Host.LONG, shift + address, value);
      written(address, 8);
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
      Host.MEMORY.set(Host.INT, shift + address, value);
      written(address, 4);
    } else {
      space.write32(address, value);
    }
  }

  /**
   * Writes two bytes, little-endian.
   *
   * @param address unsigned
   * @param value the low 16 bits are written
   */
  public void write16(long address, int value) {
    if (holds(address, 2)) {
      Host.store(shift + address, 2, value);
      written(address, 2);
    } else {
      space.write16(address, value);
    }
  }

  /**
   * Writes one byte.
   *
   * @param address unsigned
   * @param value the low 8 bits are written
   */
  public void write8(long address, int value) {
    if (holds(address, 1)) {
      Host.store(shift + address, 1, value);
      written(address, 1);
    } else {
      space.write8(address, value);
    }
  }

  /**
   * Whether an access lies in the remembered range of RAM, in a view that is the space's still;
   * looks for another range when it does not.
   */
  private boolean holds(long address, int width) {
    FlatView now = space.view();
    return (now == view && inside(address, width)) || seek(now, address, width);
  }

  private boolean inside(long address, int width) {
    return ram != null
        && Long.compareUnsigned(address - first, last - first) <= 0
        && Long.compareUnsigned(last - address, width - 1) >= 0;
  }

  private boolean seek(FlatView now, long address, int width) {
    view = now;
    Section section = now.lookup(address);
    if (section == null || !(section.region instanceof RamRegion found)) {
      ram = null;
      return false;
    }
    ram = found;
    first = section.first;
    last = section.last;
    offset = section.offset(0);
    shift = section.host(0);
    return inside(address, width);
  }

  /** After a read: whether the topology is still the one that was read by. */
  private boolean isCurrent() {
    VarHandle.acquireFence();
    return view == space.view();
  }

  private void written(long address, int width) {
    RamRegion written = ram;
    if (written != null) {
      Transfer.written(written, offset + address, width);
    }
    Host.keep(view);
  }
}
