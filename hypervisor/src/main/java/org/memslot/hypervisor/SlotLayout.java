package org.memslot.hypervisor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memslot.bios.AnonymousArea;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * All slots of a machine before it starts.
 *
 * <p>Where the guest reads a slot's range from registers, anonymous slots get theirs with their
 * memory, anywhere in one area that SRAT announces. The 2012 interface tells every range at the
 * start; there they share equally what the maximum leaves and are like named ones.
 *
 * @param plans the slots in order of their numbers, named ones first
 * @param space where anonymous slots' memory may lie
 * @param area what firmware is told of that, if there are such slots
 */
record SlotLayout(List<SlotPlan> plans, AnonymousSpace space, Optional<AnonymousArea> area) {
  private static final SlotLayout FAULTY =
      new SlotLayout(List.of(), AnonymousSpace.NONE, Optional.empty());

  /** Copies the plans. */
  SlotLayout {
    plans = List.copyOf(plans);
  }

  /** The slots that have a range from the start. */
  List<SlotPlan.Named> named() {
    return plans.stream()
        .filter(SlotPlan.Named.class::isInstance)
        .map(SlotPlan.Named.class::cast)
        .toList();
  }

  /** Where memory may be added while the guest runs, as SRAT announces it. */
  List<AddressRange> hotPluggable() {
    return Stream.concat(
            named().stream().map(SlotPlan.Named::range), area().stream().map(AnonymousArea::range))
        .toList();
  }

  /** Lays out slots; what is wrong is added to the problems, and the layout is of no use then. */
  static SlotLayout of(
      ByteSize memory,
      AddressMap map,
      List<SlotOptions> named,
      AnonymousSlots anonymous,
      HotplugInterface hotplug,
      List<MachineProblem> problems) {
    try {
      SlotPlacement placement = new SlotPlacement(map);
      if (anonymous.equals(AnonymousSlots.NONE)) {
        return fixed(placement.place(named, hotplug.slots()));
      }
      long left = left(memory, named, anonymous, problems);
      if (!problems.isEmpty()) {
        return FAULTY;
      }
      return switch (hotplug.slots().ranges()) {
        case FIXED -> fixed(placement.place(shared(named, anonymous, left), hotplug.slots()));
        case IN_REGISTERS ->
            free(map, placement.place(named, hotplug.slots()), anonymous, left, problems);
      };
    } catch (SlotOptionException e) {
      e.problems().forEach(problem -> problems.add(new MachineProblem.OfSlot(problem)));
      return FAULTY;
    }
  }

  private static SlotLayout fixed(List<SlotPlan.Named> slots) {
    return new SlotLayout(
        Collections.unmodifiableList(slots), AnonymousSpace.NONE, Optional.empty());
  }

  /** Bytes that the maximum leaves for anonymous slots; enough for one block each. */
  private static long left(
      ByteSize memory,
      List<SlotOptions> named,
      AnonymousSlots anonymous,
      List<MachineProblem> problems) {
    ByteSize maximum = anonymous.maximumMemory();
    long taken = memory.bytes();
    for (SlotOptions slot : named) {
      long more = taken + slot.size().bytes();
      if (Long.compareUnsigned(more, taken) < 0) {
        problems.add(new MachineProblem.SlotsOverflow(maximum, slot.id()));
        return 0;
      }
      taken = more;
    }
    if (maximum.compareTo(ByteSize.of(taken)) < 0) {
      problems.add(new MachineProblem.MaximumTooSmall(maximum, ByteSize.of(taken)));
      return 0;
    }
    long left = maximum.bytes() - taken;
    long least = anonymous.count() * SlotPlacement.BLOCK_SIZE;
    if (Long.compareUnsigned(left, least) < 0) {
      problems.add(
          new MachineProblem.SlotsTooSmall(
              anonymous.count(), maximum, ByteSize.of(left), ByteSize.of(taken + least)));
    }
    return left;
  }

  private static List<SlotOptions> shared(
      List<SlotOptions> named, AnonymousSlots anonymous, long left) {
    List<SlotOptions> every = new ArrayList<>(named);
    for (String name : names(named.stream().map(SlotOptions::id), anonymous.count())) {
      long share = Long.divideUnsigned(left, anonymous.count()) & -SlotPlacement.BLOCK_SIZE;
      every.add(SlotOptions.of(name, share));
    }
    return every;
  }

  /**
   * The area has room for each slot's alignment, as QEMU's has. Like QEMU's on AMD processors it
   * lies above the HyperTransport addresses if it would have some of them.
   */
  private static SlotLayout free(
      AddressMap map,
      List<SlotPlan.Named> named,
      AnonymousSlots anonymous,
      long capacity,
      List<MachineProblem> problems) {
    int count = anonymous.count();
    if (count == 0) {
      return fixed(named);
    }
    long start = map.floor();
    for (SlotPlan.Named slot : named) {
      start = Math.max(start, slot.range().last() + 1);
    }
    start = (start + ByteSize.GIB - 1) & -ByteSize.GIB;
    long alignment = count * new SlotPlacement(map).largestAlignment();
    long length = capacity + alignment;
    long lowest = start;
    long hole = AddressMap.HYPER_TRANSPORT.first();
    if (start <= AddressMap.HYPER_TRANSPORT.last()
        && Long.compareUnsigned(length, Math.max(0, hole - start)) > 0) {
      start = AddressMap.HYPER_TRANSPORT.last() + 1;
    }
    long room = Math.max(0, (1L << map.addressBits()) - start - alignment);
    if (Long.compareUnsigned(capacity, room) > 0) {
      problems.add(
          new MachineProblem.NoAddresses(
              count, anonymous.maximumMemory(), ByteSize.of(capacity), map.addressBits(), lowest));
      return FAULTY;
    }
    List<SlotPlan> plans = new ArrayList<>(named);
    for (String name : names(named.stream().map(SlotPlan::id), count)) {
      plans.add(new SlotPlan.Anonymous(name));
    }
    int lastNode = map.nodes().stream().mapToInt(Integer::intValue).max().orElse(0);
    AddressRange range = AddressRange.of(start, length);
    return new SlotLayout(
        plans,
        new AnonymousSpace(map.withFloor(start), ByteSize.of(capacity)),
        Optional.of(new AnonymousArea(range, lastNode, count)));
  }

  /** Names for anonymous slots: slot0 and up without those that named slots have. */
  private static List<String> names(Stream<String> taken, int count) {
    Set<String> others = taken.collect(Collectors.toSet());
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(number -> "slot" + number)
        .filter(name -> !others.contains(name))
        .limit(count)
        .toList();
  }
}
