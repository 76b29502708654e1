package org.memslot.machine;

import java.lang.foreign.MemorySegment;

/**
 * A hold on the memory of a {@link RamRegion}: while it is open the host address stays valid.
 * Closing it twice is harmless.
 */
public final class Pin implements AutoCloseable {
  private final RamRegion region;
  private final MemorySegment memory;
  private final PinInfo info;

  Pin(RamRegion region, MemorySegment memory, PinInfo info) {
    this.region = region;
    this.memory = memory;
    this.info = info;
  }

  /**
   * The pinned memory, usable from any thread while the pin is open.
   *
   * @return the whole region as a native segment
   */
  public MemorySegment memory() {
    return memory;
  }

  /**
   * The host address of the region's first byte, as a hypervisor wants it.
   *
   * @return a host virtual address
   */
  public long hostAddress() {
    return memory.address();
  }

  /**
   * The pinned region.
   *
   * @return the region
   */
  public RamRegion region() {
    return region;
  }

  /**
   * Who holds the pin.
   *
   * @return the holder
   */
  public PinInfo info() {
    return info;
  }

  @Override
  public void close() {
    region.release(this);
  }
}
