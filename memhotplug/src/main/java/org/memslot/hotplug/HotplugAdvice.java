package org.memslot.hotplug;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.memslot.machine.AddressRange;

/** What an operator should know before memory is added: it may still be added. */
public sealed interface HotplugAdvice {
  /** One line. */
  String message();

  /**
   * The guest must keep a description of each page (64 bytes for 4 KiB, 1.56 %) in memory that it
   * already has, and has little of it.
   *
   * @param id the slot
   * @param needed bytes for the description
   * @param present bytes of memory that the guest has
   */
  record GuestIsSmall(String id, ByteSize needed, ByteSize present) implements HotplugAdvice {
    @Override
    public String message() {
      return "memslot %s: the guest needs about %dM of its %s to describe this memory (1.56 %%) and may fail to add it; add a smaller slot first, or boot with more memory or memhp_memmap.on_memory"
          .formatted(
              id, Long.divideUnsigned(needed.bytes() + ByteSize.MIB - 1, ByteSize.MIB), present);
    }
  }

  /**
   * The slot lies where SRAT announces no hot-pluggable memory.
   *
   * @param id the slot
   * @param range where it lies
   */
  record NotAnnounced(String id, AddressRange range) implements HotplugAdvice {
    @Override
    public String message() {
      return "memslot %s: no hot-pluggable range of SRAT covers %s; a guest may put it in the wrong node or refuse it"
          .formatted(id, range);
    }
  }

  /**
   * SRAT does not know the slot's node.
   *
   * @param id the slot
   * @param node the node
   */
  record NodeNotAnnounced(String id, int node) implements HotplugAdvice {
    @Override
    public String message() {
      return "memslot %s: SRAT has no entry for node %d; a guest puts the memory in node 0"
          .formatted(id, node);
    }
  }

  /**
   * Start or size do not fit the guest's memory block, so the guest will add less or nothing.
   *
   * @param id the slot
   * @param range where it lies
   * @param block the guest's block
   */
  record OffBlock(String id, AddressRange range, ByteSize block) implements HotplugAdvice {
    @Override
    public String message() {
      return "memslot %s: %s is not whole blocks of %s; a guest with such blocks adds nothing of it"
          .formatted(id, range, block);
    }
  }

  /**
   * What the guest was told of, and how it is made.
   *
   * @param present bytes of memory that the guest has now
   * @param block the block in which it adds memory: 128 MiB for Linux below 64 GiB of RAM, up to 2
   *     GiB above
   * @param announced the hot-pluggable ranges of SRAT
   * @param nodes the nodes that SRAT knows
   */
  record Guest(ByteSize present, ByteSize block, List<AddressRange> announced, Set<Integer> nodes) {
    /** Copies the collections. */
    public Guest {
      announced = List.copyOf(announced);
      nodes = Set.copyOf(nodes);
    }
  }

  /**
   * The block in which x86-64 Linux adds memory on a virtual machine: 128 MiB, and with 64 GiB of
   * boot memory or more the largest power of two up to 2 GiB that the memory's end is a multiple of
   * (arch/x86/mm/init_64.c, probe_memory_block_size).
   *
   * @param bootMemoryEnd the first address after boot memory
   */
  static ByteSize linuxBlock(long bootMemoryEnd) {
    long least = SlotPlacement.BLOCK_SIZE;
    if (Long.compareUnsigned(bootMemoryEnd, 64 * ByteSize.GIB) < 0) {
      return ByteSize.of(least);
    }
    long aligned = Long.lowestOneBit(bootMemoryEnd);
    return ByteSize.of(Math.clamp(aligned, least, 2 * ByteSize.GIB));
  }

  /** What to say before this memory is added to that guest; nothing when all is well. */
  static List<HotplugAdvice> of(String id, AddressRange range, int node, Guest guest) {
    List<HotplugAdvice> advice = new ArrayList<>();
    long needed = range.length() >>> 6;
    if (Long.compareUnsigned(needed, guest.present().bytes() >>> 2) > 0) {
      advice.add(new GuestIsSmall(id, ByteSize.of(needed), guest.present()));
    }
    if (!guest.nodes().contains(node)) {
      advice.add(new NodeNotAnnounced(id, node));
    }
    if (guest.announced().stream().noneMatch(announced -> announced.contains(range))) {
      advice.add(new NotAnnounced(id, range));
    }
    boolean whole =
        ByteSize.of(range.first()).isMultipleOf(guest.block().bytes())
            && ByteSize.of(range.length()).isMultipleOf(guest.block().bytes());
    if (!whole) {
      advice.add(new OffBlock(id, range, guest.block()));
    }
    return List.copyOf(advice);
  }
}
