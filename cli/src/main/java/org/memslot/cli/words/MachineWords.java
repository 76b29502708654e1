package org.memslot.cli.words;

import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hypervisor.BoardException;
import org.memslot.hypervisor.GuestAddressWidth;
import org.memslot.hypervisor.MachineProblem;
import org.memslot.hypervisor.Remedy;
import org.memslot.machine.ByteSize;

/** What is wrong with a machine, as a line for the user of the command: with the option. */
public final class MachineWords {
  private MachineWords() {}

  /** The problem in one line: the option, what is wrong, and the way out. */
  public static String line(MachineProblem problem) {
    return switch (problem) {
      case MachineProblem.Processors p -> "-smp %d: %s".formatted(p.count(), p.fault());
      case MachineProblem.AddressBits p -> "-cpu phys-bits=%d: %s".formatted(p.bits(), p.fault());
      case MachineProblem.TooLittleMemory p -> "-m %s: %s".formatted(p.memory(), p.fault());
      case MachineProblem.TooMuchMemory p ->
          "-m %s: boot memory is at most %s, half of what physical addresses of %d bits reach; name the rest by -memslot"
              .formatted(p.memory(), p.most(), p.bits());
      case MachineProblem.UnevenMemory p -> "-m %s: %s".formatted(p.memory(), p.fault());
      case MachineProblem.MemoryBeyondAddresses p ->
          "-m %s: boot memory reaches 0x%x and the last physical address is 0x%x (%d bits); give less of it or a larger -cpu phys-bits"
              .formatted(p.memory(), p.last(), (1L << p.bits()) - 1, p.bits());
      case MachineProblem.DuplicateNode p -> node(p.node(), "", p);
      case MachineProblem.NodeNumber p -> node(p.node(), "", p);
      case MachineProblem.NodeMemoryOverflow p -> node(p.node(), ",mem=" + p.memory(), p);
      case MachineProblem.UnevenNodeMemory p -> node(p.node(), ",mem=" + p.memory(), p);
      case MachineProblem.NodeMemorySum p ->
          "-numa: the nodes' mem= add up to %s and boot memory is %s; make them equal or give -m %s"
              .formatted(p.sum(), p.memory(), p.sum());
      case MachineProblem.NodeProcessors p ->
          "%s; give -smp %d or fewer cpus"
              .formatted(node(p.node(), ",cpus=" + p.range(), p), p.range().last() + 1);
      case MachineProblem.SharedProcessors p ->
          "-numa nodeid=%d,cpus=%s: node %d has some of these processors already (cpus=%s); give each to one node"
              .formatted(p.node(), p.range(), p.other(), p.taken());
      case MachineProblem.PartialLocality p ->
          switch (p.kind()) {
            case DISTANCES -> "-numa dist: " + p.fault();
            case PERFORMANCE -> "-numa hmat-lb: " + p.fault();
          };
      case MachineProblem.SlotsOverflow p -> "-m maxmem=%s: %s".formatted(p.maximum(), p.fault());
      case MachineProblem.MaximumTooSmall p ->
          "-m maxmem=%s: boot memory and the named slots are %s together; give maxmem=%s or more"
              .formatted(p.maximum(), p.taken(), p.taken());
      case MachineProblem.SlotsTooSmall p ->
          "-m slots=%d,maxmem=%s: a slot has at least %s, and %s is left for all; give fewer slots or maxmem=%s"
              .formatted(
                  p.slots(),
                  p.maximum(),
                  ByteSize.of(SlotPlacement.BLOCK_SIZE),
                  p.left(),
                  p.needed());
      case MachineProblem.NoAddresses p ->
          "-m slots=%d,maxmem=%s: the slots' %s do not fit into the addresses of %d bits from 0x%x up; give a smaller maxmem or fewer slots"
              .formatted(p.slots(), p.maximum(), p.capacity(), p.bits(), p.from());
      case MachineProblem.OfSlot(var slot) -> SlotWords.line(slot);
      case MachineProblem.FirmwareLimit(String fault) -> fault;
    };
  }

  private static String node(int node, String more, MachineProblem problem) {
    return "-numa nodeid=%d%s: %s".formatted(node, more, problem.fault());
  }

  /** Why the machine cannot run on this host, and the way out. */
  public static String line(BoardException problem) {
    return problem
        .remedy()
        .map(remedy -> problem.fault() + "; " + line(remedy))
        .orElse(problem.fault());
  }

  private static String line(Remedy remedy) {
    return switch (remedy) {
      case Remedy.LessBootMemory() -> "give a smaller -m";
      case Remedy.MoreBootMemory() -> "give more -m";
      case Remedy.MoreSlotMemory() -> "start with a larger maxmem";
      case Remedy.FewerProcessors(int most) -> "give -smp %d or less".formatted(most);
      case Remedy.NarrowerAddresses(int bits) ->
          "describe the machine with -cpu phys-bits=%d or less".formatted(bits);
    };
  }

  /** What an operator should know where the host's addresses are narrower than the machine's. */
  public static String advice(GuestAddressWidth width) {
    return "-cpu phys-bits=%d: this host's KVM gives guests %d; the guest is told %d"
        .formatted(width.described(), width.host(), width.told());
  }
}
