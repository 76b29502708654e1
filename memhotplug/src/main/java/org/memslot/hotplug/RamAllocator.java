package org.memslot.hotplug;

import org.memslot.machine.RamRegion;

/** Where the memory of slots comes from: the host. */
@FunctionalInterface
public interface RamAllocator {
  /**
   * Gets memory, all zeros.
   *
   * @param name a name for listings
   * @param size bytes
   * @throws RuntimeException or OutOfMemoryError when the host has none; nothing is kept then
   */
  RamRegion allocate(String name, long size);
}
