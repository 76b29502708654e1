package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

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
   * The slot lies where processors of AMD's have their HyperTransport addresses.
   *
   * @param id the slot
   * @param range where it lies
   */
  record InHyperTransport(String id, AddressRange range) implements HotplugAdvice {
    @Override
    public String message() {
      return "memslot %s: %s has addresses of %s, which AMD processors with an IOMMU keep for HyperTransport; devices may fail to reach this memory; start it at 0x%x or use start=auto"
          .formatted(id, range, AddressMap.HYPER_TRANSPORT, AddressMap.HYPER_TRANSPORT.last() + 1);
    }
  }

  /**
   * The slot lies beyond what Linux uses without five-level page tables: 2<sup>46</sup> bytes
   * (arch/x86/include/asm/sparsemem.h, MAX_PHYSMEM_BITS).
   *
   * @param id the slot
   * @param range where it lies
   */
  record BeyondFourLevels(String id, AddressRange range) implements HotplugAdvice {
    @Override
    public String message() {
      return "memslot %s: %s passes 0x%x (%d bits), the last address that Linux with four-level page tables uses; choose a lower start"
          .formatted(
              id,
              range,
              (1L << AddressMap.DEFAULT_ADDRESS_BITS) - 1,
              AddressMap.DEFAULT_ADDRESS_BITS);
    }
  }

  /**
   * Linux sets aside 64 MiB for bounce buffers (SWIOTLB) when it boots on a machine whose memory
   * can reach above 4 GiB, hot-pluggable ranges of SRAT included (arch/x86/kernel/pci-dma.c,
   * pci_swiotlb_detect; IO_TLB_DEFAULT_SIZE): a large part of a small guest.
   *
   * @param bootMemory what the guest boots with
   */
  record BounceBuffers(ByteSize bootMemory) implements HotplugAdvice {
    /** Guests with this much boot memory and more can spare the bounce buffers. */
    public static final ByteSize ENOUGH = ByteSize.of(ByteSize.GIB);

    private static final ByteSize SIZE = ByteSize.of(64 * ByteSize.MIB);

    @Override
    public String message() {
      return "boot memory of %s: %s".formatted(bootMemory, fault());
    }

    /** What may happen and what helps, without the value of {@link #bootMemory}. */
    public String fault() {
      return "memory may be added above 4G, so Linux sets %s aside for bounce buffers (SWIOTLB) when it boots, or fails to; boot with %s or more, or with swiotlb=noforce where no device needs them"
          .formatted(SIZE, ENOUGH);
    }
  }

  /**
   * What the guest was told of, and how it is made.
   *
   * @param present bytes of memory that the guest has now
   * @param block the block in which it adds memory, see {@link LinuxMemoryBlock}
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
   * What to say of a machine before it boots; nothing when all is well.
   *
   * @param bootMemory what the guest boots with
   * @param hotPluggable where memory may be added
   */
  static List<HotplugAdvice> ofMachine(ByteSize bootMemory, List<AddressRange> hotPluggable) {
    boolean above4G =
        hotPluggable.stream().anyMatch(range -> Long.compareUnsigned(range.last(), 1L << 32) >= 0);
    return above4G && bootMemory.compareTo(BounceBuffers.ENOUGH) < 0
        ? List.of(new BounceBuffers(bootMemory))
        : List.of();
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
    if (!LinuxMemoryBlock.isWhole(range, guest.block())) {
      advice.add(new OffBlock(id, range, guest.block()));
    }
    if (range.overlaps(AddressMap.HYPER_TRANSPORT)) {
      advice.add(new InHyperTransport(id, range));
    }
    if (range.last() >>> AddressMap.DEFAULT_ADDRESS_BITS != 0) {
      advice.add(new BeyondFourLevels(id, range));
    }
    return List.copyOf(advice);
  }
}
