package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;

/**
 * The memory the firmware says there is at boot: the e820 entries of type 1.
 *
 * <p>A real operating system asks with INT 15h, function E820h. The answers lie at 0x500: the
 * letters {@code E820}, a 32-bit count, then entries of 64-bit address, 64-bit length and 32-bit
 * type, little-endian, below 0x7C00.
 */
final class MemoryMap {
  private static final long ADDRESS = 0x500;
  private static final int MAGIC = 0x30323845;
  private static final int HEADER = 8;
  private static final int ENTRY = 20;
  private static final int MAX_ENTRIES = (0x7C00 - 0x508) / ENTRY;
  private static final int RAM = 1;

  private MemoryMap() {}

  /** Returns the RAM ranges; empty if there is no map. */
  static Optional<List<AddressRange>> read(AddressSpace memory) {
    int count = memory.read32(ADDRESS + 4);
    if (memory.read32(ADDRESS) != MAGIC || count < 0 || count > MAX_ENTRIES) {
      return Optional.empty();
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = ADDRESS + HEADER + (long) i * ENTRY;
      long base = memory.read64(at);
      long length = memory.read64(at + 8);
      if (memory.read32(at + 16) == RAM && isRange(base, length)) {
        ranges.add(AddressRange.of(base, length));
      }
    }
    return Optional.of(ranges);
  }

  private static boolean isRange(long base, long length) {
    return length != 0 && Long.compareUnsigned(base + (length - 1), base) >= 0;
  }
}
