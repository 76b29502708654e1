package org.memslot.hypervisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.memslot.bios.E820Map;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.ParavirtInformation.Layout;
import org.memslot.bios.SlotInformation;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotStart;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * A machine, described: what {@link PcBoard} builds. A value of this type is a machine that can be
 * had; everything that is wrong with a description is found when it is made, all at once, and
 * nothing has been built by then.
 *
 * @param memory boot memory, a multiple of 1 MiB from {@link #LEAST_MEMORY}; below 4 GiB there are
 *     at most 3 GiB of it and the rest starts at 4 GiB; what would lie in {@link
 *     AddressMap#HYPER_TRANSPORT} lies above that
 * @param cpus processors, 1 to {@link #MOST_CPUS}
 * @param nodes NUMA nodes numbered from 0, whose memory adds up to {@code memory}; none means one
 *     node with everything
 * @param locality how the nodes stand to each other: said of all of them, or of none
 * @param slots the slots with names of their own
 * @param anonymous the slots without
 * @param hotplug the register interface that the guest gets; any that fits the slots
 * @param reboot what a reset does to hot-added memory
 * @param addressBits the width of the guest's physical addresses, {@link #LEAST_ADDRESS_BITS} to
 *     {@link #MOST_ADDRESS_BITS}: no slot ends beyond them, and a guest on KVM is told of them
 * @param unrequestedEject whether a guest may eject memory that nobody asked for, see {@link
 *     org.memslot.hotplug.HotplugSettings#unrequestedEject}
 * @param devices make the devices that the board has besides its own
 */
public record MachineConfig(
    ByteSize memory,
    int cpus,
    List<NumaNode> nodes,
    NumaLocality locality,
    List<SlotOptions> slots,
    AnonymousSlots anonymous,
    HotplugInterface hotplug,
    ResetMode reboot,
    int addressBits,
    boolean unrequestedEject,
    List<DeviceFactory> devices) {
  /** The narrowest physical addresses: those of processors with PAE. */
  public static final int LEAST_ADDRESS_BITS = 36;

  /** The widest physical addresses: those that page table entries have room for. */
  public static final int MOST_ADDRESS_BITS = 52;

  /** The least boot memory: the built-in firmware's tables and a guest need some room. */
  public static final ByteSize LEAST_MEMORY = ByteSize.of(16 * ByteSize.MIB);

  /** The most processors that 8-bit local APIC ids can number. */
  public static final int MOST_CPUS = 255;

  /** The most boot memory below 4 GiB; PCI devices have the addresses from there to 4 GiB. */
  private static final long MOST_BELOW_4G = 3 * ByteSize.GIB;

  /** Checks the whole description. */
  public MachineConfig {
    nodes = List.copyOf(nodes);
    slots = List.copyOf(slots);
    devices = List.copyOf(devices);
    List<MachineProblem> problems = new ArrayList<>();
    checkAddressBits(addressBits, problems);
    if (problems.isEmpty()) {
      checkMemory(memory, addressBits, problems);
    }
    if (cpus < 1 || cpus > MOST_CPUS) {
      problems.add(new MachineProblem.Processors(cpus));
    }
    new NumaCheck(nodes, memory, cpus, problems).run();
    checkLocality(
        MachineProblem.Locality.DISTANCES, locality.distances().rows().size(), nodes, problems);
    checkLocality(
        MachineProblem.Locality.PERFORMANCE, locality.performance().nodes(), nodes, problems);
    int count = slots.size() + anonymous.count();
    if (count > hotplug.slots().maximum()) {
      problems.add(new MachineProblem.OfSlot(new SlotProblem.TooManySlots(count, hotplug.slots())));
    }
    if (problems.isEmpty()) {
      SlotLayout layout =
          SlotLayout.of(
              memory,
              addressMap(memory, nodes, slots, addressBits),
              slots,
              anonymous,
              hotplug,
              problems);
      checkFirmwareLimits(cpus, nodes, locality, layout, problems);
    }
    if (!problems.isEmpty()) {
      throw new MachineConfigException(problems);
    }
  }

  /**
   * A builder of a machine with this much boot memory, one processor and no slots, with the ports
   * of the 2012 series.
   */
  public static MachineConfigBuilder builder(ByteSize memory) {
    return new MachineConfigBuilder(memory);
  }

  /** A machine with this much boot memory and these slots; the rest as {@link #builder} has it. */
  public static MachineConfig of(ByteSize memory, SlotOptions... slots) {
    return builder(memory).slots(List.of(slots)).build();
  }

  /** A builder of this machine, to change it. */
  public MachineConfigBuilder toBuilder() {
    return new MachineConfigBuilder(this);
  }

  /** Bytes of boot memory below 4 GiB, from address 0 up. */
  public long memoryBelow4G() {
    return memoryBelow4G(memory);
  }

  /** Bytes of boot memory from 4 GiB up. */
  public long memoryAbove4G() {
    return memory.bytes() - memoryBelow4G();
  }

  /**
   * Where boot memory lies, ascending: below 4 GiB, and from there on around what is not for RAM.
   */
  public List<AddressRange> bootMemory() {
    List<AddressRange> ranges = new ArrayList<>();
    ranges.add(AddressRange.of(0, memoryBelow4G()));
    ranges.addAll(AddressMap.ramAbove4G(memoryAbove4G()));
    return List.copyOf(ranges);
  }

  /**
   * What an operator should know of the machine before it starts, whatever its slots hold: see
   * {@link HotplugAdvice#ofMachine}.
   */
  public List<HotplugAdvice> advice() {
    return HotplugAdvice.ofMachine(memory, slotLayout().hotPluggable());
  }

  /**
   * The first address of the PCI hole, which ends at 4 GiB: after boot memory and after the slots
   * that have their memory from the start and lie below 3 GiB.
   */
  public long pciHole() {
    return pciHole(memory, slots);
  }

  /** What lies where before there is any slot. */
  public AddressMap addressMap() {
    return addressMap(memory, nodes, slots, addressBits);
  }

  /** Every slot, in the order of their numbers: named ones first. */
  public List<SlotPlan> slotPlans() {
    return slotLayout().plans();
  }

  /** Every slot, and where those without a place may get theirs. */
  SlotLayout slotLayout() {
    return SlotLayout.of(memory, addressMap(), slots, anonymous, hotplug, new ArrayList<>());
  }

  /** The proximity domain of each processor, by its number. */
  public List<Integer> cpuNodes() {
    return cpuNodes(cpus, nodes);
  }

  /**
   * What the board tells its firmware.
   *
   * @param memory RAM as it is at reset
   * @throws org.memslot.bios.FirmwareLimitException when it is more than tables can say
   */
  MachineInformation machineInformation(E820Map memory) {
    return information(memory, cpus, nodes, locality, slotLayout());
  }

  private static List<Integer> cpuNodes(int cpus, List<NumaNode> nodes) {
    return IntStream.range(0, cpus).mapToObj(cpu -> nodeOfCpu(cpu, nodes)).toList();
  }

  private static int nodeOfCpu(int cpu, List<NumaNode> nodes) {
    return nodes.stream()
        .filter(node -> node.cpus().stream().anyMatch(range -> range.contains(cpu)))
        .findFirst()
        .map(NumaNode::id)
        .orElse(0);
  }

  private static MachineInformation information(
      E820Map memory, int cpus, List<NumaNode> nodes, NumaLocality locality, SlotLayout slots) {
    List<Long> nodeMemory =
        nodes.stream()
            .sorted(Comparator.comparingInt(NumaNode::id))
            .map(node -> node.memory().bytes())
            .toList();
    List<SlotInformation> named =
        slots.named().stream().map(slot -> new SlotInformation(slot.range(), slot.node())).toList();
    return MachineInformation.builder(memory)
        .presentCpus(cpus)
        .paravirt(new ParavirtInformation(cpuNodes(cpus, nodes), nodeMemory, named))
        .layout(Layout.V1)
        .distances(locality.distances())
        .performance(locality.performance())
        .anonymous(slots.area())
        .build();
  }

  private static void checkFirmwareLimits(
      int cpus,
      List<NumaNode> nodes,
      NumaLocality locality,
      SlotLayout slots,
      List<MachineProblem> problems) {
    try {
      var _ = information(E820Map.EMPTY, cpus, nodes, locality, slots);
    } catch (FirmwareLimitException e) {
      problems.add(new MachineProblem.FirmwareLimit(String.valueOf(e.getMessage())));
    }
  }

  private static long memoryBelow4G(ByteSize memory) {
    return Long.compareUnsigned(memory.bytes(), MOST_BELOW_4G) < 0 ? memory.bytes() : MOST_BELOW_4G;
  }

  private static long pciHole(ByteSize memory, List<SlotOptions> slots) {
    long hole = memoryBelow4G(memory);
    for (SlotOptions slot : slots) {
      if (slot.populated()
          && slot.start() instanceof SlotStart.At(long start)
          && Long.compareUnsigned(start, MOST_BELOW_4G) < 0
          && Long.compareUnsigned(slot.size().bytes(), MOST_BELOW_4G - start) <= 0) {
        hole = Math.max(hole, start + slot.size().bytes());
      }
    }
    return hole;
  }

  private static AddressMap addressMap(
      ByteSize memory, List<NumaNode> nodes, List<SlotOptions> slots, int addressBits) {
    long below = memoryBelow4G(memory);
    Set<Integer> domains =
        nodes.isEmpty() ? Set.of(0) : nodes.stream().map(NumaNode::id).collect(Collectors.toSet());
    return AddressMap.pc(below, pciHole(memory, slots), memory.bytes() - below, domains)
        .withAddressBits(addressBits);
  }

  private static void checkLocality(
      MachineProblem.Locality kind, int said, List<NumaNode> nodes, List<MachineProblem> problems) {
    if (said != 0 && said != nodes.size()) {
      problems.add(new MachineProblem.PartialLocality(kind, said, nodes.size()));
    }
  }

  private static void checkAddressBits(int bits, List<MachineProblem> problems) {
    if (bits < LEAST_ADDRESS_BITS || bits > MOST_ADDRESS_BITS) {
      problems.add(new MachineProblem.AddressBits(bits));
    }
  }

  private static void checkMemory(ByteSize memory, int addressBits, List<MachineProblem> problems) {
    ByteSize most = ByteSize.of(1L << (AddressMap.DEFAULT_ADDRESS_BITS - 1));
    if (memory.compareTo(LEAST_MEMORY) < 0) {
      problems.add(new MachineProblem.TooLittleMemory(memory));
    } else if (memory.compareTo(most) > 0) {
      problems.add(new MachineProblem.TooMuchMemory(memory, most, AddressMap.DEFAULT_ADDRESS_BITS));
    } else if (!memory.isMultipleOf(ByteSize.MIB)) {
      problems.add(
          new MachineProblem.UnevenMemory(
              memory, ByteSize.of((memory.bytes() + ByteSize.MIB / 2) & -ByteSize.MIB)));
    } else {
      long last = lastOf(memory);
      if (last >>> addressBits != 0) {
        problems.add(new MachineProblem.MemoryBeyondAddresses(memory, last, addressBits));
      }
    }
  }

  private static long lastOf(ByteSize memory) {
    long below = memoryBelow4G(memory);
    List<AddressRange> above = AddressMap.ramAbove4G(memory.bytes() - below);
    return above.isEmpty() ? below - 1 : above.getLast().last();
  }
}
