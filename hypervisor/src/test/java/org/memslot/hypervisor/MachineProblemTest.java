package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hypervisor.MachineProblem.Locality;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.machine.ByteSize;
import org.memslot.testing.CommandWords;

/** A library's user has no options: messages speak of values and limits. */
class MachineProblemTest {
  private static final ByteSize SIZE = ByteSize.of(ByteSize.GIB);

  private static final List<MachineProblem> ALL =
      List.of(
          new MachineProblem.Processors(0),
          new MachineProblem.AddressBits(53),
          new MachineProblem.TooLittleMemory(SIZE),
          new MachineProblem.TooMuchMemory(SIZE, SIZE, 46),
          new MachineProblem.UnevenMemory(SIZE, SIZE),
          new MachineProblem.MemoryBeyondAddresses(SIZE, 1L << 40, 36),
          new MachineProblem.DuplicateNode(1, 2),
          new MachineProblem.NodeNumber(7, 2),
          new MachineProblem.NodeMemoryOverflow(1, SIZE),
          new MachineProblem.UnevenNodeMemory(1, SIZE, SIZE),
          new MachineProblem.NodeMemorySum(SIZE, SIZE),
          new MachineProblem.NodeProcessors(1, new CpuRange(0, 3), 2),
          new MachineProblem.SharedProcessors(1, new CpuRange(0, 1), 0, new CpuRange(1, 2)),
          new MachineProblem.PartialLocality(Locality.DISTANCES, 1, 2),
          new MachineProblem.PartialLocality(Locality.PERFORMANCE, 1, 2),
          new MachineProblem.SlotsOverflow(SIZE, "a"),
          new MachineProblem.MaximumTooSmall(SIZE, SIZE),
          new MachineProblem.SlotsTooSmall(2, SIZE, SIZE, SIZE),
          new MachineProblem.NoAddresses(2, SIZE, SIZE, 36, 0x1_0000_0000L),
          new MachineProblem.OfSlot(new SlotProblem.DuplicateId("a")),
          new MachineProblem.FirmwareLimit("256 processors: the limit is 255"));

  @Test
  void noMessageHasAWordOfTheCommand() {
    assertThat(ALL)
        .extracting(problem -> (Object) problem.getClass())
        .contains((Object[]) MachineProblem.class.getPermittedSubclasses());
    assertThat(ALL)
        .extracting(MachineProblem::message)
        .noneMatch(CommandWords::areIn)
        .allMatch(message -> message.contains(": "));
  }
}
