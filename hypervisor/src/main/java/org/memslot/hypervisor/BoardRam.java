package org.memslot.hypervisor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.hotplug.RamAllocator;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.FlatRange;
import org.memslot.machine.RamRegion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A board's RAM: plugs boot memory, and in the end frees all RAM that is on the bus. */
final class BoardRam {
  /** Where RAM continues that does not fit below the PCI hole. */
  private static final long FOUR_GIB = 1L << 32;

  private static final Logger LOG = LoggerFactory.getLogger(BoardRam.class);

  private final AddressSpace memory;
  private final RamAllocator allocator;

  BoardRam(AddressSpace memory, RamAllocator allocator) {
    this.memory = memory;
    this.allocator = allocator;
  }

  /**
   * Plugs boot memory.
   *
   * @throws BoardException when the host has none to give
   */
  void plug(List<AddressRange> boot) {
    for (AddressRange range : boot) {
      plug(name(range), range);
    }
  }

  private static String name(AddressRange range) {
    if (range.first() == 0) {
      return "ram.below-4g";
    }
    return range.first() == FOUR_GIB ? "ram.above-4g" : "ram.above-1t";
  }

  private void plug(String name, AddressRange range) {
    RamRegion ram;
    try {
      ram = allocator.allocate(name, range.length());
    } catch (RuntimeException | OutOfMemoryError e) {
      throw new BoardException(
          "the host has no %s of boot memory to give: %s"
              .formatted(ByteSize.of(range.length()), e.getMessage()),
          Optional.of(new Remedy.LessBootMemory()),
          e);
    }
    memory.change(change -> change.add(range.first(), ram));
  }

  /** Gives all RAM on the bus back, that of slots too. */
  void free() {
    Set<RamRegion> ram = new LinkedHashSet<>();
    for (FlatRange range : memory.view().ranges()) {
      if (range.region() instanceof RamRegion region) {
        ram.add(region);
      }
    }
    memory.change(change -> ram.forEach(change::remove));
    ram.forEach(BoardRam::free);
  }

  /** One that cannot be freed does not keep the others. */
  private static void free(RamRegion ram) {
    try {
      ram.close();
    } catch (RuntimeException e) {
      LOG.warn("memory of {} was not given back to the host", ram.name(), e);
    }
  }
}
