package org.memslot.machine;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.memslot.machine.MemoryAccessException.Cause;

/**
 * An access of up to 8 bytes wherever it leads: memory, devices, holes, or several of these at
 * once. The page table's direct entries, which {@link AddressSpace} looks at first, only save the
 * way through here.
 */
final class Transfer {
  private final AddressSpace space;
  private final Faults faults;

  Transfer(AddressSpace space, Faults faults) {
    this.space = space;
    this.faults = faults;
  }

  long load(long address, int width) {
    while (true) {
      FlatView view = space.view();
      long value = load(view, address, width);
      VarHandle.acquireFence();
      if (view == space.view() || !hasVanished(view, address, width)) {
        return value;
      }
    }
  }

  /** A load through one view, also where its parts lead to several ranges. */
  private long load(FlatView view, long address, int width) {
    FlatRange range = view.lookup(address);
    if (range == null) {
      return isHole(view, address, width)
          ? faults.read(address, width, Cause.UNASSIGNED)
          : loadParts(view, address, width);
    }
    if (!holds(range, address, width)) {
      return loadParts(view, address, width);
    }
    long offset = range.offsetOf(address);
    return switch (range.region()) {
      case DeviceRegion device -> loadDevice(device, address, offset, width);
      case RamRegion ram -> Host.load(ram.hostAddress() + offset, width);
      case RomRegion rom -> Host.load(rom.hostAddress() + offset, width);
      case AliasRegion _, ContainerRegion _ -> faults.read(address, width, Cause.UNASSIGNED);
    };
  }

  /**
   * Whether memory of an access was given back meanwhile, so that it may have read zeros: it is to
   * be done again on the new view. Not so when a device took part, which would see it twice.
   */
  private static boolean hasVanished(FlatView view, long address, int width) {
    boolean vanished = false;
    for (int i = 0; i < width && !wraps(address, i); i++) {
      FlatRange range = view.lookup(address + i);
      if (range != null && range.region() instanceof DeviceRegion) {
        return false;
      }
      vanished |= range != null && range.region() instanceof RamRegion ram && ram.isClosed();
    }
    return vanished;
  }

  private static boolean holds(FlatRange range, long address, int width) {
    return Long.compareUnsigned(range.range().last() - address, width - 1) >= 0;
  }

  /**
   * Whether nothing answers any byte; what wraps around the end of the space is answered by
   * nothing.
   */
  private static boolean isHole(FlatView view, long address, int width) {
    for (int i = 0; i < width; i++) {
      if (!wraps(address, i) && view.lookup(address + i) != null) {
        return false;
      }
    }
    return true;
  }

  private static boolean wraps(long address, int more) {
    return Long.compareUnsigned(address + more, address) < 0;
  }

  private long loadParts(FlatView view, long address, int width) {
    int half = width / 2;
    long low = load(view, address, half);
    long high =
        wraps(address, half)
            ? faults.read(address + half, half, Cause.END_OF_SPACE)
            : load(view, address + half, half);
    return low | (high << (half * 8));
  }

  private long loadDevice(DeviceRegion device, long address, long offset, int width) {
    if (!device.widths().accepts(width)) {
      return faults.read(address, width, Cause.WIDTH);
    }
    try {
      return DeviceAccess.read(device, offset, width);
    } catch (RuntimeException | StackOverflowError e) {
      return faults.device(address, width, device, e);
    }
  }

  void store(long address, int width, long value) {
    FlatView view = space.view();
    store(view, address, width, value);
    Host.keep(view);
  }

  private void store(FlatView view, long address, int width, long value) {
    FlatRange range = view.lookup(address);
    if (range == null && isHole(view, address, width)) {
      faults.write(address, width, Cause.UNASSIGNED);
      return;
    }
    if (range == null || !holds(range, address, width)) {
      storeParts(view, address, width, value);
      return;
    }
    long offset = range.offsetOf(address);
    switch (range.region()) {
      case DeviceRegion device -> storeDevice(device, address, offset, width, value);
      case RamRegion ram -> {
        Host.store(ram.hostAddress() + offset, width, value);
        written(ram, offset, width);
      }
      case RomRegion rom -> storeRom(rom, address, offset, width, value);
      case AliasRegion _, ContainerRegion _ -> faults.write(address, width, Cause.UNASSIGNED);
    }
  }

  private void storeParts(FlatView view, long address, int width, long value) {
    int half = width / 2;
    store(view, address, half, value);
    if (wraps(address, half)) {
      faults.write(address + half, half, Cause.END_OF_SPACE);
    } else {
      store(view, address + half, half, value >>> (half * 8));
    }
  }

  private void storeDevice(DeviceRegion device, long address, long offset, int width, long value) {
    if (!device.widths().accepts(width)) {
      faults.write(address, width, Cause.WIDTH);
      return;
    }
    try {
      DeviceAccess.write(device, offset, width, value);
    } catch (RuntimeException | StackOverflowError e) {
      faults.device(address, width, device, e);
    }
  }

  private void storeRom(RomRegion rom, long address, long offset, int width, long value) {
    if (rom.writes().isEmpty()) {
      faults.write(address, width, Cause.READ_ONLY);
      return;
    }
    try {
      rom.writes().get().write(offset, width, value & Faults.ones(width));
    } catch (RuntimeException | StackOverflowError e) {
      faults.device(address, width, rom, e);
    }
  }

  /** Marks a write that has been done, when the region is logged. */
  static void written(RamRegion ram, long offset, long length) {
    VarHandle.releaseFence(); // the log is looked at after the write; see Host.barrier
    DirtyLog log = ram.log();
    if (log != null) {
      log.mark(offset, length);
    }
  }

  /** Marks a write that was done by a direct entry of a view. */
  static void written(FlatView view, long address, int width) {
    @Nullable FlatRange range = view.table.find(address);
    if (range != null && range.region() instanceof RamRegion ram) {
      written(ram, range.offsetOf(address), width);
    }
  }
}
