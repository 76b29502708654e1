package org.memslot.machine;

/**
 * Fits an access to the widths a device handles; the handler sees naturally aligned accesses of
 * those widths only.
 */
final class DeviceAccess {
  private DeviceAccess() {}

  static long read(DeviceRegion device, long offset, int width) {
    AccessWidths widths = device.widths();
    if (widths.handles(width) && (offset & (width - 1)) == 0) {
      return device.handler().read(offset, width) & Faults.ones(width);
    }
    if (width > widths.handledMin()) {
      int half = width / 2;
      return read(device, offset, half) | (read(device, offset + half, half) << (half * 8));
    }
    return readNarrow(device, offset, width);
  }

  /** Reads the aligned units around an access and takes its bytes out. */
  private static long readNarrow(DeviceRegion device, long offset, int width) {
    int unit = device.widths().handledMin();
    long value = 0;
    for (int done = 0; done < width; ) {
      long at = offset + done;
      int skip = (int) (at & (unit - 1));
      int taken = Math.min(unit - skip, width - done);
      long whole = device.handler().read(at - skip, unit);
      value |= ((whole >>> (skip * 8)) & Faults.ones(taken)) << (done * 8);
      done += taken;
    }
    return value;
  }

  static void write(DeviceRegion device, long offset, int width, long value) {
    AccessWidths widths = device.widths();
    if (widths.handles(width) && (offset & (width - 1)) == 0) {
      device.handler().write(offset, width, value & Faults.ones(width));
    } else if (width > widths.handledMin()) {
      int half = width / 2;
      write(device, offset, half, value);
      write(device, offset + half, half, value >>> (half * 8));
    } else {
      writeNarrow(device, offset, width, value);
    }
  }

  /** Reads the aligned units around an access, puts its bytes in and writes them back. */
  private static void writeNarrow(DeviceRegion device, long offset, int width, long value) {
    int unit = device.widths().handledMin();
    for (int done = 0; done < width; ) {
      long at = offset + done;
      int skip = (int) (at & (unit - 1));
      int taken = Math.min(unit - skip, width - done);
      long mask = Faults.ones(taken) << (skip * 8);
      long bytes = ((value >>> (done * 8)) << (skip * 8)) & mask;
      long whole = device.handler().read(at - skip, unit);
      device.handler().write(at - skip, unit, ((whole & ~mask) | bytes) & Faults.ones(unit));
      done += taken;
    }
  }
}
