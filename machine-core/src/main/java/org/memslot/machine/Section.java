package org.memslot.machine;

import org.jspecify.annotations.Nullable;

/**
 * A flat range as an access wants it: all that it needs to know in one object, so that it waits for
 * as few loads in a row as can be.
 */
final class Section {
  private static final IoHandler NOBODY =
      new IoHandler() {
        @Override
        public long read(long offset, int width) {
          return -1L;
        }

        @Override
        public void write(long offset, int width, long value) {}
      };

  final FlatRange range;
  final MemoryRegion region;
  final long first;
  final long last;

  /** Offset in the region minus address. */
  private final long shift;

  /** Host address minus address, for memory. */
  private final long hostShift;

  private final boolean memory;

  /** The widths (powers of two, or'ed) that go to the handler as they come when aligned. */
  private final int plainWidths;

  final IoHandler handler;

  /** Where a page written by a direct entry is marked, null while that is off. */
  final @Nullable DirtyLog log;

  Section(FlatRange range) {
    this.range = range;
    this.region = range.region();
    this.first = range.range().first();
    this.last = range.range().last();
    this.shift = range.offsetInRegion() - first;
    this.memory = region.hostAddress() != 0;
    this.hostShift = region.hostAddress() + shift;
    this.log = region instanceof RamRegion ram ? ram.log() : null;
    if (region instanceof DeviceRegion device) {
      this.handler = device.handler();
      this.plainWidths = device.widths().plain();
    } else {
      this.handler = NOBODY;
      this.plainWidths = 0;
    }
  }

  long offset(long address) {
    return address + shift;
  }

  /** Whether the region is RAM or ROM, which has a host address. */
  boolean isMemory() {
    return memory;
  }

  /** The host address of a guest address of memory. */
  long host(long address) {
    return hostShift + address;
  }

  boolean contains(long address) {
    return Long.compareUnsigned(address - first, last - first) <= 0;
  }

  /** Whether an access that begins in the section ends in it too. */
  boolean holds(long address, int width) {
    return Long.compareUnsigned(last - address, width - 1) >= 0;
  }

  /** Whether the handler takes an access that begins in the section as it is. */
  boolean isPlain(long address, int width) {
    return (plainWidths & width) != 0
        && (offset(address) & (width - 1)) == 0
        && holds(address, width);
  }
}
