package org.memslot.cli.words;

import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hypervisor.GuestAddressException;
import org.memslot.hypervisor.GuestAddressWidth;
import org.memslot.hypervisor.MachineProblem;
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
          "-m %s: %s (-memslot)".formatted(p.memory(), p.fault());
      case MachineProblem.UnevenMemory p -> "-m %s: %s".formatted(p.memory(), p.fault());
      case MachineProblem.MemoryBeyondAddresses p ->
          "-m %s: %s (-cpu phys-bits)".formatted(p.memory(), p.fault());
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
      case MachineProblem.SharedProcessors p -> node(p.node(), ",cpus=" + p.range(), p);
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
          "-m slots=%d,maxmem=%s: %s".formatted(p.slots(), p.maximum(), p.fault());
      case MachineProblem.OfSlot(var slot) -> SlotWords.line(slot);
      case MachineProblem.FirmwareLimit(String fault) -> fault;
    };
  }

  private static String node(int node, String more, MachineProblem problem) {
    return "-numa nodeid=%d%s: %s".formatted(node, more, problem.fault());
  }

  /** Why the machine cannot run on this host, and the way out. */
  public static String line(GuestAddressException problem) {
    return "%s: -cpu phys-bits=%d".formatted(problem.getMessage(), problem.hostBits());
  }

  /** What an operator should know where the host's addresses are narrower than the machine's. */
  public static String advice(GuestAddressWidth width) {
    return "-cpu phys-bits=%d: this host's KVM gives guests %d; the guest is told %d"
        .formatted(width.described(), width.host(), width.told());
  }
}
