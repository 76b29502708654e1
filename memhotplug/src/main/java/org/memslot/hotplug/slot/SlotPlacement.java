package org.memslot.hotplug.slot;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Lists;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * Decides where slots lie, and whether they can.
 *
 * <p>Explicit starts are honoured first, in the order given; then each {@code start=auto} slot
 * takes the lowest gap that holds it, from {@link AddressMap#floor} up. An automatic start is a
 * multiple of 128 MiB, Linux's memory block, or for slots of 1 GiB and more a multiple of 1 GiB, so
 * that the host can back and the guest can map them with the largest pages. Where the guest's RAM
 * can reach {@link LinuxMemoryBlock#LARGE_FROM}, slots of whole {@link LinuxMemoryBlock#LARGEST}
 * blocks start on one, unless the guest could add fewer slots then. Nothing is ever placed over
 * RAM, the PCI hole, a device or another slot, and nothing automatically over {@link
 * AddressMap#HYPER_TRANSPORT}.
 */
public final class SlotPlacement {
  /**
   * The block in which x86-64 Linux adds and removes memory: 128 MiB (SECTION_SIZE_BITS 27). Sizes
   * and starts of slots are multiples of it.
   */
  public static final long BLOCK_SIZE = 128 * ByteSize.MIB;

  private final AddressMap map;

  /** Placement on this map. */
  public SlotPlacement(AddressMap map) {
    this.map = map;
  }

  /**
   * Places slots of these options, in their order.
   *
   * @throws SlotOptionException with every fault found, when any slot cannot be had
   */
  public List<SlotPlan.Named> place(List<SlotOptions> options, SlotRules rules) {
    List<SlotProblem> problems = new ArrayList<>();
    if (options.size() > rules.maximum()) {
      problems.add(new SlotProblem.TooManySlots(options.size(), rules));
    }
    checkIds(options, problems);
    for (SlotOptions slot : options) {
      if (!map.nodes().contains(slot.node())) {
        problems.add(new SlotProblem.NoSuchNode(slot.id(), slot.node(), map.nodes()));
      }
    }
    List<SlotPlan.Named> plans = new Pass(options, problems, isLarge(List.of(), rules)).run();
    if (!problems.isEmpty()) {
      throw new SlotOptionException(problems);
    }
    if (!isLarge(plans, rules)) {
      return plans;
    }
    List<SlotProblem> narrow = new ArrayList<>();
    List<SlotPlan.Named> large = new Pass(options, narrow, true).run();
    boolean better = narrow.isEmpty() && offBlock(large, rules) <= offBlock(plans, rules);
    return better ? large : plans;
  }

  /**
   * Slots that a guest could not add when it boots with the others: where memory that is there from
   * the start ends decides what its blocks are.
   */
  private long offBlock(List<SlotPlan.Named> plans, SlotRules rules) {
    long end = map.bootMemoryEnd();
    if (rules.listedAtReset()) {
      for (SlotPlan.Named slot : plans) {
        end = slot.populated() ? Math.max(end, slot.range().last() + 1) : end;
      }
    }
    ByteSize block = LinuxMemoryBlock.of(end);
    return plans.stream()
        .filter(slot -> !slot.populated() && !LinuxMemoryBlock.isWhole(slot.range(), block))
        .count();
  }

  /**
   * Whether the guest may choose large memory blocks, by the RAM that firmware lists. With the 2012
   * interface this may be any slot: those with memory at a reset are listed.
   */
  private boolean isLarge(List<SlotPlan.Named> plans, SlotRules rules) {
    return LinuxMemoryBlock.mayBeLarge(map.bootMemoryEnd())
        || (rules.listedAtReset()
            && plans.stream()
                .anyMatch(slot -> LinuxMemoryBlock.mayBeLarge(slot.range().last() + 1)));
  }

  /**
   * The lowest range of {@code size} bytes that automatic placement would choose with these ranges
   * taken besides what the map holds.
   */
  public Optional<AddressRange> firstFit(ByteSize size, Collection<AddressRange> taken) {
    return firstFit(size, taken, LinuxMemoryBlock.mayBeLarge(map.bootMemoryEnd()));
  }

  private Optional<AddressRange> firstFit(
      ByteSize size, Collection<AddressRange> taken, boolean large) {
    List<AddressRange> all = new ArrayList<>(taken);
    all.add(AddressMap.HYPER_TRANSPORT);
    map.occupied().forEach(occupied -> all.add(occupied.range()));
    all.sort(Comparator.naturalOrder());
    AddressRange addressable = map.addressable();
    if (size.bytes() == 0 || Long.compareUnsigned(size.bytes(), addressable.length()) > 0) {
      return Optional.empty();
    }
    long alignment = large ? largeAlignment(size) : alignment(size);
    long candidate = alignUp(map.floor(), alignment);
    for (AddressRange range : all) {
      // Both are below 2^53 here, or the range lies above all that is addressable.
      if (Long.compareUnsigned(range.first(), candidate + size.bytes()) >= 0) {
        break;
      }
      if (Long.compareUnsigned(range.last(), candidate) >= 0) {
        if (!addressable.contains(range.last())) {
          return Optional.empty();
        }
        candidate = alignUp(range.last() + 1, alignment);
      }
    }
    AddressRange chosen = AddressRange.of(candidate, size.bytes());
    return addressable.contains(chosen) ? Optional.of(chosen) : Optional.empty();
  }

  /**
   * The alignment of an automatic start: 1 GiB for slots of 1 GiB and more, else {@link
   * #BLOCK_SIZE}.
   */
  public static long alignment(ByteSize size) {
    return Long.compareUnsigned(size.bytes(), ByteSize.GIB) >= 0 ? ByteSize.GIB : BLOCK_SIZE;
  }

  /**
   * The alignment of an automatic start in a guest whose memory blocks may be large. Slots that are
   * not whole blocks gain nothing from the start of one.
   */
  private static long largeAlignment(ByteSize size) {
    return size.isMultipleOf(LinuxMemoryBlock.LARGEST) ? LinuxMemoryBlock.LARGEST : alignment(size);
  }

  /**
   * The largest alignment that an automatic start on this map may have: as much is lost between two
   * slots at most.
   */
  public long largestAlignment() {
    return LinuxMemoryBlock.mayBeLarge(map.bootMemoryEnd())
        ? LinuxMemoryBlock.LARGEST
        : ByteSize.GIB;
  }

  /**
   * What is wrong with a slot at an explicit range, given the slots that are there; nothing if it
   * can be had.
   */
  List<SlotProblem> faults(
      String slot, long start, ByteSize size, Collection<AddressMap.Occupied> others) {
    if (size.bytes() == 0) {
      return List.of(new SlotProblem.ZeroSize(Optional.of(slot)));
    }
    if (start != 0 && Long.compareUnsigned(size.bytes(), -start) > 0) {
      return List.of(new SlotProblem.AddressOverflow(slot, start, size));
    }
    AddressRange range = AddressRange.of(start, size.bytes());
    if (!map.addressable().contains(range)) {
      return List.of(new SlotProblem.BeyondAddressLimit(slot, range, map.addressBits()));
    }
    List<SlotProblem> faults = new ArrayList<>();
    addOverlaps(slot, range, map.occupied(), faults);
    addOverlaps(slot, range, others, faults);
    return faults;
  }

  private static void addOverlaps(
      String slot,
      AddressRange range,
      Collection<AddressMap.Occupied> others,
      List<SlotProblem> faults) {
    for (AddressMap.Occupied other : others) {
      if (other.range().overlaps(range)) {
        faults.add(new SlotProblem.Overlap(slot, range, other.name(), other.range()));
      }
    }
  }

  private static void checkIds(List<SlotOptions> options, List<SlotProblem> problems) {
    Multiset<String> ids = LinkedHashMultiset.create(Lists.transform(options, SlotOptions::id));
    ids.elementSet().stream()
        .filter(id -> ids.count(id) > 1)
        .forEach(id -> problems.add(new SlotProblem.DuplicateId(id)));
  }

  private static long alignUp(long address, long alignment) {
    return (address + alignment - 1) & -alignment;
  }

  /** One placement of all slots: explicit starts, then automatic ones. */
  private final class Pass {
    private final List<SlotOptions> options;
    private final List<SlotProblem> problems;
    private final List<AddressMap.Occupied> placed = new ArrayList<>();
    private final List<Optional<AddressRange>> ranges = new ArrayList<>();

    private final boolean large;

    Pass(List<SlotOptions> options, List<SlotProblem> problems, boolean large) {
      this.options = options;
      this.problems = problems;
      this.large = large;
    }

    List<SlotPlan.Named> run() {
      for (SlotOptions slot : options) {
        ranges.add(explicit(slot));
      }
      List<SlotPlan.Named> plans = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        SlotOptions slot = options.get(i);
        Optional<AddressRange> range =
            slot.start() instanceof SlotStart.Auto ? automatic(slot) : ranges.get(i);
        range.ifPresent(
            where ->
                plans.add(new SlotPlan.Named(slot.id(), where, slot.node(), slot.populated())));
      }
      return List.copyOf(plans);
    }

    private Optional<AddressRange> explicit(SlotOptions slot) {
      return switch (slot.start()) {
        case SlotStart.Auto() -> Optional.empty();
        case SlotStart.At(long start) -> {
          List<SlotProblem> faults = faults(slot.id(), start, slot.size(), placed);
          problems.addAll(faults);
          yield faults.isEmpty()
              ? Optional.of(take(slot, AddressRange.of(start, slot.size().bytes())))
              : Optional.empty();
        }
      };
    }

    private Optional<AddressRange> automatic(SlotOptions slot) {
      List<AddressRange> taken = placed.stream().map(AddressMap.Occupied::range).toList();
      Optional<AddressRange> range = firstFit(slot.size(), taken, large);
      if (range.isEmpty()) {
        problems.add(
            new SlotProblem.NoRoom(slot.id(), slot.size(), map.floor(), map.addressBits()));
      }
      return range.map(where -> take(slot, where));
    }

    private AddressRange take(SlotOptions slot, AddressRange range) {
      placed.add(new AddressMap.Occupied("memslot " + slot.id(), range));
      return range;
    }
  }
}
