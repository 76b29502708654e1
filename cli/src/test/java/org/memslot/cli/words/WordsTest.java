package org.memslot.cli.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.SlotRefusal;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotSyntax;
import org.memslot.hypervisor.BoardException;
import org.memslot.hypervisor.GuestAddressWidth;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.MachineProblem;
import org.memslot.hypervisor.MachineProblem.Locality;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/** The command names the option with its value, what is wrong, and the way out. */
class WordsTest {
  private static final ByteSize GIB = ByteSize.of(ByteSize.GIB);
  private static final ByteSize MIB = ByteSize.of(ByteSize.MIB);
  private static final AddressRange RANGE = AddressRange.of(1L << 32, ByteSize.GIB);

  private static final List<Map.Entry<MachineProblem, String>> MACHINES =
      List.of(
          entry(new MachineProblem.Processors(0), "-smp 0: a machine has 1 to 255 processors"),
          entry(
              new MachineProblem.AddressBits(53),
              "-cpu phys-bits=53: physical addresses have 36 to 52 bits"),
          entry(
              new MachineProblem.TooLittleMemory(MIB),
              "-m 1M: boot memory is at least 16M, which firmware tables and a guest need"),
          entry(
              new MachineProblem.TooMuchMemory(ByteSize.parse("64T"), ByteSize.parse("32T"), 46),
              "-m 64T: boot memory is at most 32T, half of what physical addresses of 46 bits reach;"
                  + " name the rest by -memslot"),
          entry(
              new MachineProblem.UnevenMemory(ByteSize.of(268435457), ByteSize.parse("256M")),
              "-m 268435457: boot memory is a multiple of 1M; the nearest is 256M"),
          entry(
              new MachineProblem.MemoryBeyondAddresses(ByteSize.parse("64G"), 0x10_3fff_ffffL, 36),
              "-m 64G: boot memory reaches 0x103fffffff and the last physical address is"
                  + " 0xfffffffff (36 bits); give less of it or a larger -cpu phys-bits"),
          entry(
              new MachineProblem.DuplicateNode(0, 2),
              "-numa nodeid=0: two nodes have this number; number them from 0 to 1"),
          entry(
              new MachineProblem.NodeNumber(2, 2),
              "-numa nodeid=2: nodes are numbered from 0 without gaps, here 0 to 1; renumber it or"
                  + " name the missing nodes"),
          entry(
              new MachineProblem.NodeMemoryOverflow(1, MIB),
              "-numa nodeid=1,mem=1M: the nodes' memory passes 2^64"),
          entry(
              new MachineProblem.UnevenNodeMemory(0, ByteSize.of(1), MIB),
              "-numa nodeid=0,mem=1: a node's memory is a multiple of 1M; the nearest is 1M"),
          entry(
              new MachineProblem.NodeMemorySum(MIB, GIB),
              "-numa: the nodes' mem= add up to 1M and boot memory is 1G; make them equal or give"
                  + " -m 1M"),
          entry(
              new MachineProblem.NodeProcessors(0, new CpuRange(0, 2), 2),
              "-numa nodeid=0,cpus=0-2: the machine's processors are 0 to 1; give -smp 3 or fewer"
                  + " cpus"),
          entry(
              new MachineProblem.SharedProcessors(1, new CpuRange(2, 2), 0, new CpuRange(0, 2)),
              "-numa nodeid=1,cpus=2: node 0 has some of these processors already (cpus=0-2); give"
                  + " each to one node"),
          entry(
              new MachineProblem.PartialLocality(Locality.DISTANCES, 1, 2),
              "-numa dist: it is said of 1 nodes, the machine has 2; say it of all or of none"),
          entry(
              new MachineProblem.PartialLocality(Locality.PERFORMANCE, 1, 2),
              "-numa hmat-lb: it is said of 1 nodes, the machine has 2; say it of all or of none"),
          entry(
              new MachineProblem.SlotsOverflow(GIB, "a"),
              "-m maxmem=1G: boot memory and the named slots up to a pass 2^64; make slots smaller"),
          entry(
              new MachineProblem.MaximumTooSmall(MIB, GIB),
              "-m maxmem=1M: boot memory and the named slots are 1G together; give maxmem=1G or"
                  + " more"),
          entry(
              new MachineProblem.SlotsTooSmall(4, GIB, MIB, GIB),
              "-m slots=4,maxmem=1G: a slot has at least 128M, and 1M is left for all; give fewer"
                  + " slots or maxmem=1G"),
          entry(
              new MachineProblem.NoAddresses(2, GIB, MIB, 36, 1L << 32),
              "-m slots=2,maxmem=1G: the slots' 1M do not fit into the addresses of 36 bits from"
                  + " 0x100000000 up; give a smaller maxmem or fewer slots"),
          entry(
              new MachineProblem.OfSlot(new SlotProblem.NoSuchNode("a", 1, Set.of(0))),
              "memslot a: node 1 does not exist; the machine has node 0; add -numa"
                  + " node,nodeid=1,mem=SIZE"),
          entry(
              new MachineProblem.FirmwareLimit("256 processors: the limit is 255"),
              "256 processors: the limit is 255"));

  /** Those that the command says in its own words; the others are the library's lines. */
  private static final List<Map.Entry<SlotProblem, String>> SLOTS =
      List.of(
          entry(
              new SlotProblem.NotKeyValue(SlotSyntax.OPTION, "id=a,hot", "hot"),
              "-memslot id=a,hot: \"hot\" is not key=value; write"
                  + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]"),
          entry(
              new SlotProblem.UnknownKey(SlotSyntax.OPTION, "id=a,siz=1", "siz"),
              "-memslot id=a,siz=1: unknown key \"siz\"; the keys are id, size, start, node,"
                  + " populated"),
          entry(
              new SlotProblem.UnknownKey(SlotSyntax.REQUEST, "id=a", "id"),
              "memslot add id=a: unknown key \"id\"; the keys are size, start, node"),
          entry(
              new SlotProblem.DuplicateKey(SlotSyntax.OPTION, "id=a,id=b", "id"),
              "-memslot id=a,id=b: id= is given more than once; give it once"),
          entry(
              new SlotProblem.MissingKey(SlotSyntax.REQUEST, "node=1", "size"),
              "memslot add node=1: size= is missing; write size=SIZE[,start=ADDR|auto][,node=PXM]"),
          entry(
              new SlotProblem.BadId("1", "a name is a letter"),
              "-memslot: id \"1\": a name is a letter"),
          entry(
              new SlotProblem.ZeroSize(Optional.of("a")),
              "memslot a: size is 0; the smallest slot is 128M"),
          entry(
              new SlotProblem.ZeroSize(Optional.empty()),
              "memslot add: size is 0; the smallest slot is 128M"),
          entry(
              new SlotProblem.BadNode(Optional.empty(), "x"),
              "memslot add: node=x: a node is a decimal number from 0 to 2147483647"),
          entry(
              new SlotProblem.BeyondMaximum("slot0", ByteSize.parse("8G"), ByteSize.parse("4G")),
              "memslot slot0: 8G is more than the 4G that maxmem leaves; ask for less, delete a"
                  + " slot, or start with a larger maxmem"),
          entry(
              new SlotProblem.FixedRanges("slot0"),
              "memslot slot0: an anonymous slot has no range until memory is added, but this"
                  + " register interface tells the guest every range at the start; name the slots"
                  + " with -memslot, or use --hotplug qemu"));

  private static final List<Map.Entry<SlotRefusal, String>> REFUSALS =
      List.of(
          entry(
              new SlotRefusal.NeedsSize("slot0"),
              "memslot slot0 add: the slot has no size of its own; write memslot add"
                  + " size=SIZE[,start=ADDR|auto][,node=PXM]"),
          entry(
              new SlotRefusal.NoFreeSlot(0),
              "memslot add: the machine has no anonymous slots; start it with -m"
                  + " SIZE,slots=N,maxmem=SIZE"),
          entry(
              new SlotRefusal.NoFreeSlot(2),
              "memslot add: all 2 anonymous slots have memory; delete one, or start with more"
                  + " slots"),
          entry(
              new SlotRefusal.NoSlotOfThatSize(GIB, List.of()),
              "memslot add: the slots' ranges were fixed at the start and no free one is 1G there;"
                  + " all have memory: delete one, or start with --hotplug qemu -m"
                  + " SIZE,slots=N,maxmem=SIZE"),
          entry(
              new SlotRefusal.CannotPlace(new SlotProblem.ZeroSize(Optional.empty())),
              "memslot add: size is 0; the smallest slot is 128M"));

  private static <T> void assertLines(
      List<Map.Entry<T, String>> expected, Function<T, String> line) {
    assertThat(expected)
        .allSatisfy(each -> assertThat(line.apply(each.getKey())).isEqualTo(each.getValue()));
  }

  @Test
  void ofMachines() {
    assertThat(MACHINES)
        .extracting(each -> (Object) each.getKey().getClass())
        .contains((Object[]) MachineProblem.class.getPermittedSubclasses());
    assertLines(MACHINES, MachineWords::line);
  }

  @Test
  void ofSlots() {
    assertLines(SLOTS, SlotWords::line);
    assertLines(REFUSALS, SlotWords::line);
  }

  @Test
  void whatNeedsNoOptionIsTheLibrarysLine() {
    assertThat(
            Stream.of(
                new SlotProblem.Overlap("a", RANGE, "RAM", RANGE),
                new SlotProblem.NoRoom("a", GIB, 1L << 32, 36),
                new SlotProblem.DuplicateId("a")))
        .allSatisfy(problem -> assertThat(SlotWords.line(problem)).isEqualTo(problem.message()));
    SlotRefusal unknown = new SlotRefusal.UnknownSlot("a", List.of());
    assertThat(SlotWords.line(unknown)).isEqualTo(unknown.message());
    HotplugAdvice node = new HotplugAdvice.NodeNotAnnounced("a", 1);
    assertThat(SlotWords.line(node)).isEqualTo(node.message());
  }

  @Test
  void ofAdvice() {
    assertThat(SlotWords.line(new HotplugAdvice.BounceBuffers(ByteSize.parse("512M"))))
        .isEqualTo(
            "-m 512M: memory may be added above 4G, so Linux sets 64M aside for bounce buffers"
                + " (SWIOTLB) when it boots, or fails to; boot with 1G or more, or with"
                + " swiotlb=noforce where no device needs them");
    assertThat(MachineWords.advice(new GuestAddressWidth(46, 39)))
        .isEqualTo("-cpu phys-bits=46: this host's KVM gives guests 39; the guest is told 39");
  }

  @Test
  void ofABoardThatCannotBeHad() {
    assertThat(lineOf(new GuestAddressWidth(46, 31)))
        .isEqualTo(
            "memslot far at 0x100000000-0x13fffffff passes 0x7fffffff, the last physical address"
                + " that this host's KVM gives a guest (31 bits); describe the machine with -cpu"
                + " phys-bits=31 or less");
    Host without =
        new Host(
            InstantSource.system(),
            System::nanoTime,
            (name, size) -> {
              throw new OutOfMemoryError("no more");
            });
    assertThat(line(() -> new PcBoard(MachineConfig.of(ByteSize.parse("64M")), without).close()))
        .isEqualTo("the host has no 64M of boot memory to give: no more; give a smaller -m");
    assertThat(MachineWords.line(new BoardException("the firmware has not run")))
        .isEqualTo("the firmware has not run");
  }

  private static String lineOf(GuestAddressWidth width) {
    return line(
        () ->
            width.requireAddressable(List.of(new GuestAddressWidth.Memory("memslot far", RANGE))));
  }

  private static String line(Runnable failing) {
    try {
      failing.run();
    } catch (BoardException e) {
      return MachineWords.line(e);
    }
    throw new AssertionError("nothing failed");
  }
}
