package org.memslot.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.SlotRefusal;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotSyntax;
import org.memslot.hypervisor.GuestAddressWidth;
import org.memslot.hypervisor.MachineProblem;
import org.memslot.hypervisor.MachineProblem.Locality;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.machine.ByteSize;

/** The command names the option with its value, what is wrong, and the way out. */
class WordsTest {
  private static final ByteSize GIB = ByteSize.of(ByteSize.GIB);
  private static final ByteSize MIB = ByteSize.of(ByteSize.MIB);

  private static void assertLine(MachineProblem problem, String line) {
    assertThat(MachineWords.line(problem)).isEqualTo(line);
  }

  private static void assertLine(SlotProblem problem, String line) {
    assertThat(SlotWords.line(problem)).isEqualTo(line);
  }

  @Test
  void memoryAndProcessors() {
    assertLine(new MachineProblem.Processors(0), "-smp 0: a machine has 1 to 255 processors");
    assertLine(
        new MachineProblem.AddressBits(53),
        "-cpu phys-bits=53: physical addresses have 36 to 52 bits");
    assertLine(
        new MachineProblem.TooLittleMemory(MIB),
        "-m 1M: boot memory is at least 16M, which firmware tables and a guest need");
    assertLine(
        new MachineProblem.TooMuchMemory(ByteSize.parse("64T"), ByteSize.parse("32T"), 46),
        "-m 64T: boot memory is at most 32T, half of what physical addresses of 46 bits reach;"
            + " give slots the rest (-memslot)");
    assertLine(
        new MachineProblem.MemoryBeyondAddresses(GIB, 0xfffL, 10),
        "-m 1G: boot memory reaches 0xfff and the last physical address is 0x3ff (10 bits); give"
            + " less of it or wider addresses (-cpu phys-bits)");
    assertThat(MachineWords.advice(new GuestAddressWidth(46, 39)))
        .isEqualTo("-cpu phys-bits=46: this host's KVM gives guests 39; the guest is told 39");
  }

  @Test
  void nodes() {
    assertLine(
        new MachineProblem.DuplicateNode(0, 2),
        "-numa nodeid=0: two nodes have this number; number them from 0 to 1");
    assertLine(
        new MachineProblem.NodeMemorySum(MIB, GIB),
        "-numa: the nodes' mem= add up to 1M and boot memory is 1G; make them equal or give -m 1M");
    assertLine(
        new MachineProblem.NodeProcessors(0, new CpuRange(0, 2), 2),
        "-numa nodeid=0,cpus=0-2: the machine's processors are 0 to 1; give -smp 3 or fewer cpus");
    assertLine(
        new MachineProblem.PartialLocality(Locality.DISTANCES, 1, 2),
        "-numa dist: it is said of 1 nodes, the machine has 2; say it of all or of none");
  }

  @Test
  void anonymousSlots() {
    assertLine(
        new MachineProblem.MaximumTooSmall(MIB, GIB),
        "-m maxmem=1M: boot memory and the named slots are 1G together; give maxmem=1G or more");
    assertLine(
        new MachineProblem.SlotsTooSmall(4, GIB, MIB, GIB),
        "-m slots=4,maxmem=1G: a slot has at least 128M, and 1M is left for all; give fewer slots"
            + " or maxmem=1G");
    assertThat(SlotWords.line(new SlotRefusal.NoFreeSlot(0)))
        .isEqualTo(
            "memslot add: the machine has no anonymous slots; start it with -m"
                + " SIZE,slots=N,maxmem=SIZE");
    assertThat(SlotWords.line(new SlotRefusal.NoFreeSlot(2)))
        .isEqualTo(
            "memslot add: all 2 anonymous slots have memory; delete one, or start with more slots");
    assertThat(SlotWords.line(new SlotRefusal.NeedsSize("slot0")))
        .isEqualTo(
            "memslot slot0 add: the slot has no size of its own; write memslot add"
                + " size=SIZE[,start=ADDR|auto][,node=PXM]");
    assertThat(SlotWords.line(new SlotRefusal.NoSlotOfThatSize(GIB, List.of())))
        .isEqualTo(
            "memslot add: the slots' ranges were fixed at the start and no free one is 1G there;"
                + " all have memory: delete one, or start with --hotplug qemu -m"
                + " SIZE,slots=N,maxmem=SIZE");
  }

  @Test
  void slots() {
    assertLine(
        new SlotProblem.UnknownKey(SlotSyntax.OPTION, "id=a,siz=1", "siz"),
        "-memslot id=a,siz=1: unknown key \"siz\"; the keys are id, size, start, node, populated");
    assertLine(
        new SlotProblem.UnknownKey(SlotSyntax.REQUEST, "id=a", "id"),
        "memslot add id=a: unknown key \"id\"; the keys are size, start, node");
    assertLine(
        new SlotProblem.NoSuchNode("a", 1, Set.of(0)),
        "memslot a: node 1 does not exist; the machine has node 0; add -numa"
            + " node,nodeid=1,mem=SIZE");
    assertThat(SlotWords.line(new SlotRefusal.CannotPlace(new SlotProblem.FixedRanges("a"))))
        .endsWith("; name the slots with -memslot, or use --hotplug qemu");
  }
}
