package org.memslot.hypervisor;

import java.util.List;
import java.util.Optional;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.GuestE820;
import org.memslot.machine.AddressRange;

/**
 * How much of a memory map whoever reads it at a reset can take. Adjacent ranges count as one.
 *
 * @param entries entries of the map
 * @param own entries of these that are not for RAM: firmware's, its tables', what it splits
 * @param reader whose limit it is
 */
public record MemoryMapLimit(int entries, int own, String reader) {
  /** The built-in firmware's. */
  public static final MemoryMapLimit BUILT_IN =
      new MemoryMapLimit(GuestE820.MAX_ENTRIES, 16, "the built-in firmware");

  /**
   * SeaBIOS's: 32 entries (BUILD_MAX_E820), and more are dropped. It cuts the first megabyte in
   * three and reserves its tables and two ranges below 4 GiB.
   */
  public static final MemoryMapLimit SEABIOS = new MemoryMapLimit(32, 8, "SeaBIOS");

  /** That of firmware of which nothing is known: fw_cfg itself has no limit. */
  public static final MemoryMapLimit UNKNOWN_FIRMWARE =
      new MemoryMapLimit(Integer.MAX_VALUE, 0, "firmware");

  static E820Map map(List<AddressRange> ram) {
    E820Map map = E820Map.EMPTY;
    for (AddressRange range : ram) {
      map = map.add(range, E820Type.RAM);
    }
    return map;
  }

  /** Why these ranges of RAM cannot all be told; nothing when they can. */
  Optional<String> problem(List<AddressRange> boot, List<AddressRange> slots) {
    E820Map map = map(boot);
    for (AddressRange slot : slots) {
      map = map.add(slot, E820Type.RAM);
    }
    int needed = map.merged().entries().size() + own;
    return needed <= entries
        ? Optional.empty()
        : Optional.of(
            "the memory map at the next reset would have %d entries and %s has room for %d; fill slots that touch each other, or use fewer and larger ones"
                .formatted(needed, reader, entries));
  }
}
