package org.memslot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memslot.bios.ParavirtInformation;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.cli.words.MachineWords;
import org.memslot.cli.words.SlotWords;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.AnonymousSlots;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.MachineConfigException;
import org.memslot.machine.ByteSize;
import org.memslot.machine.ByteSizeException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that describe a machine, in QEMU's words; {@link #machine} turns them into a {@link
 * MachineConfig}.
 */
final class MachineOptions {
  private static final String PHYS_BITS_FORM = "phys-bits=N";
  private static final String MEMORY_FORM = "SIZE[,slots=N,maxmem=SIZE]";

  private final OptionSpec memory =
      Options.value("-m", MEMORY_FORM)
          .initialValue("512M")
          .description(
              "Boot memory (default 512M). N anonymous slots, slot0 and up, share what boot memory"
                  + " and -memslot leave of maxmem.")
          .build();

  private final OptionSpec cpus =
      Options.value("-smp", "N")
          .initialValue("1")
          .description("Number of processors (default 1).")
          .build();

  private final OptionSpec nodes =
      Options.repeatable("-numa", NumaOptions.NODE_FORM)
          .description(
              "A NUMA node; may be repeated. The mem= of all nodes add up to boot memory.",
              "dist,src=A,dst=B,val=N gives the distance of two nodes, 11 to 254 (SLIT);",
              "hmat-lb,initiator=A,target=B,hierarchy=memory,data-type=access-latency,latency=NS and",
              "...data-type=access-bandwidth,bandwidth=SIZE give the speed of memory (HMAT).")
          .build();

  private final OptionSpec slots =
      Options.repeatable(
              "-memslot", "id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]")
          .description(
              "A memory slot; may be repeated. Defaults: start=auto, the lowest free address above 4G"
                  + " and boot memory; node=0; populated=off. A slot with populated=on may also lie"
                  + " between boot memory and 3G.")
          .build();

  private final OptionSpec hotplug =
      Options.value("--hotplug", hotplugNames("|"))
          .initialValue(HotplugInterfaces.STANDARD.getFirst().name())
          .description(
              "The register interface and its AML: memslot, the ports of the 2012 series (default), or"
                  + " qemu, QEMU's selector block.")
          .build();

  private final OptionSpec cpu =
      Options.optional("-cpu", PHYS_BITS_FORM, String.class)
          .description(
              "The width of physical addresses, 36 to 52 (default 46; with --guest kvm that of the"
                  + " host's KVM). It limits where slots lie; CPUID reports it to a guest on KVM.")
          .build();

  private final OptionSpec unrequestedEject =
      Options.value("--unrequested-eject", "refuse|allow")
          .initialValue("refuse")
          .description(
              "Ejects that were not requested: refuse, the slot keeps its memory (default), or allow,"
                  + " as QEMU does.")
          .build();

  /** Adds the options to a command that is about a machine. */
  void addTo(CommandSpec command) {
    Stream.of(memory, cpus, cpu, nodes, slots, hotplug, unrequestedEject)
        .forEach(command::addOption);
  }

  /**
   * The machine.
   *
   * @throws WrongWordsException with every problem found
   */
  MachineConfig machine(ResetMode reboot) {
    return machine(reboot, OptionalInt::empty);
  }

  /**
   * The machine.
   *
   * @param hostAddressBits the width of physical addresses where none is given; asked only then
   * @throws WrongWordsException with every problem found
   */
  MachineConfig machine(ResetMode reboot, Supplier<OptionalInt> hostAddressBits) {
    List<String> problems = new ArrayList<>();
    BootMemory boot =
        collect(
            problems,
            () -> bootMemory(memory.getValue()),
            new BootMemory(MachineConfig.LEAST_MEMORY, AnonymousSlots.NONE));
    int processors = collect(problems, () -> processors(cpus.getValue()), 1);
    NumaOptions numa =
        collect(problems, () -> NumaOptions.parse(nodes.getValue()), NumaOptions.NONE);
    List<SlotOptions> memorySlots = new ArrayList<>();
    for (String slot : slots.<List<String>>getValue()) {
      collect(problems, () -> memorySlots.add(slot(slot)), false);
    }
    HotplugInterface kind =
        collect(problems, () -> hotplug(hotplug.getValue()), HotplugInterfaces.STANDARD.getFirst());
    OptionalInt given =
        collect(problems, () -> addressBits(cpu.<Optional<String>>getValue()), OptionalInt.empty());
    boolean ejects = collect(problems, () -> unrequestedEject(unrequestedEject.getValue()), false);
    if (!problems.isEmpty()) {
      throw new WrongWordsException(problems);
    }
    OptionalInt bits = given.isPresent() ? given : hostAddressBits.get();
    try {
      return MachineConfig.builder(boot.size())
          .cpus(processors)
          .nodes(numa.nodes())
          .locality(numa.locality())
          .slots(memorySlots)
          .anonymous(boot.slots())
          .hotplug(kind)
          .reboot(reboot)
          .addressBits(bits.orElse(AddressMap.DEFAULT_ADDRESS_BITS))
          .unrequestedEject(ejects)
          .build();
    } catch (MachineConfigException e) {
      throw new WrongWordsException(e.problems().stream().map(MachineWords::line).toList());
    }
  }

  private record BootMemory(ByteSize size, AnonymousSlots slots) {}

  private static <T> T collect(List<String> problems, Supplier<T> part, T otherwise) {
    try {
      return part.get();
    } catch (WrongWordsException e) {
      problems.addAll(e.problems());
      return otherwise;
    }
  }

  private static int processors(String text) {
    return KeyValueOption.number("-smp " + text, text, 1, MachineConfig.MOST_CPUS);
  }

  private static BootMemory bootMemory(String text) {
    KeyValueOption option =
        KeyValueOption.parse("-m", text, Set.of("size", "slots", "maxmem"), MEMORY_FORM);
    Optional<String> keyed = option.value("size");
    if (option.first().isPresent() && keyed.isPresent()) {
      throw new WrongWordsException(
          "-m %s: the size is given more than once; give it once".formatted(text));
    }
    ByteSize size = size("-m " + text, option.first().or(() -> keyed).orElse(""));
    Optional<String> count = option.value("slots");
    Optional<String> most = option.value("maxmem");
    if (count.isEmpty() && most.isEmpty()) {
      return new BootMemory(size, AnonymousSlots.NONE);
    }
    if (most.isEmpty()) {
      throw new WrongWordsException(
          "-m %s: slots= without maxmem= leaves no memory for them; add maxmem=SIZE"
              .formatted(text));
    }
    if (count.isEmpty()) {
      throw new WrongWordsException(
          "-m %s: maxmem= without slots= has no slots to share it; add slots=N".formatted(text));
    }
    return new BootMemory(
        size,
        new AnonymousSlots(
            option.keyNumber("slots", count.get(), 0, ParavirtInformation.MAX_SLOTS),
            size("-m " + text, most.get())));
  }

  private static SlotOptions slot(String text) {
    try {
      return SlotOptions.parse(text);
    } catch (SlotOptionException e) {
      throw new WrongWordsException(e.problems().stream().map(SlotWords::line).toList());
    }
  }

  private static OptionalInt addressBits(Optional<String> text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    KeyValueOption option =
        KeyValueOption.parse("-cpu", text.get(), Set.of("phys-bits"), PHYS_BITS_FORM);
    if (option.first().isPresent()) {
      throw new WrongWordsException(
          "-cpu %s: \"%s\" is not key=value; write -cpu %s"
              .formatted(text.get(), option.first().get(), PHYS_BITS_FORM));
    }
    return OptionalInt.of(
        option.keyNumber(
            "phys-bits",
            option.required("phys-bits", PHYS_BITS_FORM),
            MachineConfig.LEAST_ADDRESS_BITS,
            MachineConfig.MOST_ADDRESS_BITS));
  }

  private static boolean unrequestedEject(String policy) {
    return switch (policy) {
      case "refuse" -> false;
      case "allow" -> true;
      default ->
          throw new WrongWordsException(
              "--unrequested-eject %s: no such policy; write refuse or allow".formatted(policy));
    };
  }

  private static HotplugInterface hotplug(String name) {
    return HotplugInterfaces.named(name)
        .orElseThrow(
            () ->
                new WrongWordsException(
                    "--hotplug %s: no such interface; there are %s"
                        .formatted(name, hotplugNames(" and "))));
  }

  private static String hotplugNames(String separator) {
    return HotplugInterfaces.STANDARD.stream()
        .map(HotplugInterface::name)
        .collect(Collectors.joining(separator));
  }

  static ByteSize size(String where, String text) {
    try {
      return ByteSize.parse(text);
    } catch (ByteSizeException e) {
      throw new WrongWordsException("%s: %s".formatted(where, e.getMessage()));
    }
  }
}
