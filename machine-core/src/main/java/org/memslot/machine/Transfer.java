package org.memslot.machine;

import java.lang.invoke.VarHandle;
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
    Section section = space.view().table.find(address);
    return section != null && section.isPlain(address, width)
        ? loadPlain(section, address, width)
        : loadAnywhere(address, width);
  }

  private long loadAnywhere(long address, int width) {
    while (true) {
      FlatView view = space.view();
      long value = load(view, address, width);
      VarHandle.acquireFence();
      if (view == space.view() || !hasVanished(view, address, width)) {
        return value;
      }
    }
  }

  /**
   * A load through one view, also where its parts lead to several sections. Whether memory of the
   * view was given back meanwhile is the caller's to ask.
   */
  long load(FlatView view, long address, int width) {
    Section section = view.lookup(address);
    if (section == null) {
      return isHole(view, address, width)
          ? faults.read(address, width, Cause.UNASSIGNED)
          : loadParts(view, address, width);
    }
    if (!section.holds(address, width)) {
      return loadParts(view, address, width);
    }
    return switch (section.region) {
      case DeviceRegion device -> loadDevice(device, section, address, width);
      case RamRegion _, RomRegion _ -> Host.load(section.host(address), width);
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
      Section section = view.lookup(address + i);
      if (section != null && section.region instanceof DeviceRegion) {
        return false;
      }
      vanished |= section != null && section.region instanceof RamRegion ram && ram.isClosed();
    }
    return vanished;
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

  /** A read that the handler takes as it is. Whatever it throws, the guest goes on. */
  private long loadPlain(Section section, long address, int width) {
    try {
      return section.handler.read(section.offset(address), width) & Faults.ones(width);
    } catch (Throwable e) {
      return faults.device(address, width, section.region, e);
    }
  }

  private long loadDevice(DeviceRegion device, Section section, long address, int width) {
    if (!device.widths().accepts(width)) {
      return faults.read(address, width, Cause.WIDTH);
    }
    try {
      return DeviceAccess.read(device, section.offset(address), width);
    } catch (Throwable e) {
      return faults.device(address, width, device, e);
    }
  }

  void store(long address, int width, long value) {
    FlatView view = space.view();
    Section section = view.table.find(address);
    if (section != null && section.isPlain(address, width)) {
      storePlain(section, address, width, value);
    } else {
      store(view, address, width, value);
      Host.keep(view);
    }
  }

  /** A store through one view, which the caller keeps reachable. */
  void store(FlatView view, long address, int width, long value) {
    Section section = view.lookup(address);
    if (section == null && isHole(view, address, width)) {
      faults.write(address, width, Cause.UNASSIGNED);
      return;
    }
    if (section == null || !section.holds(address, width)) {
      storeParts(view, address, width, value);
      return;
    }
    switch (section.region) {
      case DeviceRegion device -> storeDevice(device, section, address, width, value);
      case RamRegion ram -> {
        Host.store(section.host(address), width, value);
        written(ram, section.offset(address), width);
      }
      case RomRegion rom -> storeRom(rom, section, address, width, value);
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

  private void storePlain(Section section, long address, int width, long value) {
    try {
      section.handler.write(section.offset(address), width, value & Faults.ones(width));
    } catch (Throwable e) {
      faults.device(address, width, section.region, e);
    }
  }

  private void storeDevice(
      DeviceRegion device, Section section, long address, int width, long value) {
    if (!device.widths().accepts(width)) {
      faults.write(address, width, Cause.WIDTH);
      return;
    }
    try {
      DeviceAccess.write(device, section.offset(address), width, value);
    } catch (Throwable e) {
      faults.device(address, width, device, e);
    }
  }

  private void storeRom(RomRegion rom, Section section, long address, int width, long value) {
    if (rom.writes().isEmpty()) {
      faults.write(address, width, Cause.READ_ONLY);
      return;
    }
    try {
      rom.writes().get().write(section.offset(address), width, value & Faults.ones(width));
    } catch (Throwable e) {
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

  /** Marks a write of a page that was done by a direct entry of a view. */
  static void writtenDirectly(FlatView view, long address) {
    Section section = view.table.find(address);
    if (section != null && section.log != null) {
      section.log.mark(section.offset(address) >>> DirtyPages.PAGE_BITS);
    }
  }

  /** Marks such a write when the view has changed meanwhile, perhaps because marking has begun. */
  static void writtenDuringChange(FlatView view, long address) {
    Section section = view.table.find(address);
    if (section != null && section.region instanceof RamRegion ram) {
      written(ram, section.offset(address), 1);
    }
  }
}
