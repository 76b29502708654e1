package org.memslot.machine;

/**
 * One piece of a flattened view: a run of addresses that one region answers.
 *
 * @param range the addresses
 * @param region RAM, ROM or device that answers; never an alias or a container
 * @param offsetInRegion bytes from the region's beginning to the first address
 */
public record FlatRange(AddressRange range, MemoryRegion region, long offsetInRegion) {
  /**
   * Where in the region an address of the range is.
   *
   * @param address unsigned, in the range
   * @return bytes from the region's beginning
   */
  public long offsetOf(long address) {
    return address - range.first() + offsetInRegion;
  }
}
