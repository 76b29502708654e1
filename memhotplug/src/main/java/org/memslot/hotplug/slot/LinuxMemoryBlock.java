package org.memslot.hotplug.slot;

import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * The block in which x86-64 Linux adds and removes memory on a virtual machine
 * (arch/x86/mm/init_64.c, probe_memory_block_size; Linux 5.9 and later). Start and length of what
 * is added must be multiples of it. Linux chooses it when it boots, by the end of the RAM that the
 * firmware's e820 map lists; memory that is added later changes nothing.
 */
public final class LinuxMemoryBlock {
  /** The smallest block, 128 MiB: a section of the sparse memory model (SECTION_SIZE_BITS 27). */
  public static final long SMALLEST = SlotPlacement.BLOCK_SIZE;

  /** The largest block, 2 GiB. */
  public static final long LARGEST = 2 * ByteSize.GIB;

  /** Where RAM ends for Linux to choose a block that is larger than the smallest: 64 GiB. */
  public static final long LARGE_FROM = 64 * ByteSize.GIB;

  private LinuxMemoryBlock() {}

  /** Whether Linux looks for a larger block than the smallest when RAM ends there. */
  public static boolean mayBeLarge(long ramEnd) {
    return Long.compareUnsigned(ramEnd, LARGE_FROM) >= 0;
  }

  /**
   * The block: the smallest one, or from {@link #LARGE_FROM} on the largest power of two up to
   * {@link #LARGEST} that the end of RAM is a multiple of.
   *
   * @param ramEnd the first address after the RAM that the e820 map lists
   */
  public static ByteSize of(long ramEnd) {
    return ByteSize.of(
        mayBeLarge(ramEnd) ? Math.clamp(Long.lowestOneBit(ramEnd), SMALLEST, LARGEST) : SMALLEST);
  }

  /** Whether Linux with such blocks adds that range: it is whole blocks. */
  static boolean isWhole(AddressRange range, ByteSize block) {
    return ((range.first() | range.length()) & (block.bytes() - 1)) == 0;
  }
}
