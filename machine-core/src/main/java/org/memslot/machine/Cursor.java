package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of the space for a loop, or a device, that stays in one region for a while: a cursor
 * remembers the last range of RAM and looks again only when an access lies outside of it or the
 * topology has changed. For one thread at a time; it is as right as the space itself, and as the
 * space it never throws.
 *
 * <p>A cursor keeps the view it remembers reachable, and with it the host addresses (not the
 * memory) of regions that have been closed meanwhile: drop it when the loop ends.
 */
public final class Cursor implements MemoryAccess {
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

  @Override
  public long read64(long address) {
    if (holds(address, 8)) {
      long value = Host.MEMORY.get(Host.LONG, shift + address);
      if (isCurrent()) {
        return value;
      }
    }
    return space.read64(address);
  }

  @Override
  public int read32(long address) {
    if (holds(address, 4)) {
      int value = Host.MEMORY.get(Host.INT, shift + address);
      if (isCurrent()) {
        return value;
      }
    }
    return space.read32(address);
  }

  @Override
  public int read16(long address) {
    if (holds(address, 2)) {
      int value = (int) Host.load(shift + address, 2);
      if (isCurrent()) {
        return value;
      }
    }
    return space.read16(address);
  }

  @Override
  public int read8(long address) {
    if (holds(address, 1)) {
      int value = (int) Host.load(shift + address, 1);
      if (isCurrent()) {
        return value;
      }
    }
    return space.read8(address);
  }

  @Override
  public void write64(long address, long value) {
    if (holds(address, 8)) {
      Host.MEMORY.set(Host.LONG, shift + address, value);
      written(address, 8);
    } else {
      space.write64(address, value);
    }
  }

  @Override
  public void write32(long address, int value) {
    if (holds(address, 4)) {
      Host.MEMORY.set(Host.INT, shift + address, value);
      written(address, 4);
    } else {
      space.write32(address, value);
    }
  }

  @Override
  public void write16(long address, int value) {
    if (holds(address, 2)) {
      Host.store(shift + address, 2, value);
      written(address, 2);
    } else {
      space.write16(address, value);
    }
  }

  @Override
  public void write8(long address, int value) {
    if (holds(address, 1)) {
      Host.store(shift + address, 1, value);
      written(address, 1);
    } else {
      space.write8(address, value);
    }
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (holds(address, length)) {
      Host.copy(shift + address, target, offset, length);
      if (isCurrent()) {
        return;
      }
    }
    space.read(address, target, offset, length);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, source.length);
    if (holds(address, length)) {
      Host.copy(source, offset, shift + address, length);
      written(address, length);
    } else {
      space.write(address, source, offset, length);
    }
  }

  @Override
  public void read(long address, MemorySegment target) {
    if (holds(address, target.byteSize())) {
      MemorySegment.copy(Host.MEMORY, shift + address, target, 0, target.byteSize());
      if (isCurrent()) {
        return;
      }
    }
    space.read(address, target);
  }

  @Override
  public void write(long address, MemorySegment source) {
    if (holds(address, source.byteSize())) {
      MemorySegment.copy(source, 0, Host.MEMORY, shift + address, source.byteSize());
      written(address, source.byteSize());
    } else {
      space.write(address, source);
    }
  }

  @Override
  public void fill(long address, long length, byte value) {
    space.fill(address, length, value);
  }

  @Override
  public long mismatch(long address, MemorySegment other) {
    return space.mismatch(address, other);
  }

  /**
   * Whether an access of at least one byte lies in the remembered range of RAM, in a view that is
   * the space's still; looks for another range when it does not.
   */
  private boolean holds(long address, long length) {
    FlatView now = space.view();
    return (now == view && inside(address, length)) || seek(now, address, length);
  }

  /** A length of 0 is no access: less 1, it is longer than any range but the whole space. */
  private boolean inside(long address, long length) {
    return ram != null
        && Long.compareUnsigned(address - first, last - first) <= 0
        && Long.compareUnsigned(last - address, length - 1) >= 0;
  }

  private boolean seek(FlatView now, long address, long length) {
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
    return inside(address, length);
  }

  /** After a read: whether the topology is still the one that was read by. */
  private boolean isCurrent() {
    VarHandle.acquireFence();
    return view == space.view();
  }

  private void written(long address, long length) {
    RamRegion written = ram;
    if (written != null) {
      Transfer.written(written, offset + address, length);
    }
    Host.keep(view);
  }
}
