package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

class MachineConfigTest {
  private static MachineConfig config(
      String memory,
      int cpus,
      List<NumaNode> nodes,
      List<SlotOptions> slots,
      AnonymousSlots anonymous,
      HotplugInterface hotplug) {
    return MachineConfig.builder(ByteSize.parse(memory))
        .cpus(cpus)
        .nodes(nodes)
        .slots(slots)
        .anonymous(anonymous)
        .hotplug(hotplug)
        .build();
  }

  private static MachineConfig withMemory(String memory) {
    return config(memory, 1, List.of(), List.of(), AnonymousSlots.NONE, HotplugInterfaces.MEMSLOT);
  }

  private static MachineConfig withNodes(String memory, int cpus, NumaNode... nodes) {
    return config(
        memory, cpus, List.of(nodes), List.of(), AnonymousSlots.NONE, HotplugInterfaces.MEMSLOT);
  }

  private static MachineConfig withAnonymous(int count, String maxmem, SlotOptions... slots) {
    return config(
        "512M",
        1,
        List.of(),
        List.of(slots),
        new AnonymousSlots(count, ByteSize.parse(maxmem)),
        HotplugInterfaces.MEMSLOT);
  }

  private static NumaNode node(int id, String memory) {
    return new NumaNode(id, ByteSize.parse(memory), Optional.empty());
  }

  private static NumaNode node(int id, String memory, int firstCpu, int lastCpu) {
    return new NumaNode(id, ByteSize.parse(memory), Optional.of(new CpuRange(firstCpu, lastCpu)));
  }

  private static void assertRefused(Runnable machine, String... problems) {
    assertThatExceptionOfType(MachineConfigException.class)
        .isThrownBy(machine::run)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(MachineProblem::message)
                    .containsExactly(problems));
  }

  @Test
  void aNegativeCountOfAnonymousSlotsIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new AnonymousSlots(-1, ByteSize.parse("1G")))
        .withMessage("-1 anonymous slots; the least is 0");
  }

  @Nested
  class BootMemory {
    @Test
    void upTo3GAllLiesBelow4G() {
      MachineConfig config = withMemory("3G");

      assertThat(config.memoryBelow4G()).isEqualTo(3 * ByteSize.GIB);
      assertThat(config.memoryAbove4G()).isZero();
    }

    @Test
    void beyond3GTheRestStartsAt4G() {
      MachineConfig config = withMemory("5G");

      assertThat(config.memoryBelow4G()).isEqualTo(3 * ByteSize.GIB);
      assertThat(config.memoryAbove4G()).isEqualTo(2 * ByteSize.GIB);
      assertThat(config.addressMap().floor()).isEqualTo(6 * ByteSize.GIB);
    }

    @Test
    void tooLittleTooMuchAndOddSizesAreRefused() {
      assertRefused(
          () -> withMemory("8M"),
          "boot memory of 8M: boot memory is at least 16M, which firmware tables and a guest need");
      assertRefused(
          () -> withMemory("64T"),
          "boot memory of 64T: boot memory is at most 32T, half of what physical addresses of 46 bits reach;"
              + " give slots the rest");
      assertRefused(
          () -> withMemory("0x10000001"),
          "boot memory of 268435457: boot memory is a multiple of 1M; the nearest is 256M");
    }
  }

  @Nested
  class PhysicalAddresses {
    private MachineConfig far(int bits) {
      return MachineConfig.of(ByteSize.parse("512M"), SlotOptions.parse("id=a,size=1G,start=63G"))
          .toBuilder()
          .addressBits(bits)
          .build();
    }

    @Test
    void have36To52Bits() {
      assertThat(far(36).addressBits()).isEqualTo(36);
      assertThat(far(52).addressBits()).isEqualTo(52);
      assertThat(withMemory("512M").addressBits()).isEqualTo(46);
      for (int bits : new int[] {-1, 0, 35, 53, 64}) {
        assertRefused(
            () -> far(bits),
            "physical addresses of %d bits: physical addresses have 36 to 52 bits".formatted(bits));
      }
    }

    @Test
    void reachEverySlot() {
      MachineConfig config =
          MachineConfig.of(ByteSize.parse("512M"), SlotOptions.parse("id=a,size=2G,start=63G"));
      assertThat(config.toBuilder().addressBits(37).build().slotPlans()).hasSize(1);
      assertRefused(
          () -> config.toBuilder().addressBits(36).build(),
          "memslot a: 0xfc0000000-0x103fffffff passes the last physical address 0xfffffffff (36"
              + " bits); choose a lower start or start=auto");
      MachineConfig large =
          MachineConfig.of(ByteSize.parse("512M"), SlotOptions.parse("id=a,size=61G"));
      assertRefused(
          () -> large.toBuilder().addressBits(36).build(),
          "memslot a: no gap of 61G is left between 0x100000000 and the last physical address"
              + " 0xfffffffff (36 bits); make slots smaller or fewer");
    }

    @Test
    void reachAllBootMemory() {
      assertThat(withMemory("63G").toBuilder().addressBits(36).build().bootMemory()).hasSize(2);
      assertRefused(
          () -> withMemory("64G").toBuilder().addressBits(36).build(),
          "boot memory of 64G: boot memory reaches 0x103fffffff and the last physical address is 0xfffffffff"
              + " (36 bits); give less of it or wider addresses");
    }

    @Test
    void ofWideProcessorsHoldMoreSlots() {
      SlotOptions far = SlotOptions.parse("id=a,size=1G,start=0x400000000000");
      assertThatExceptionOfType(MachineConfigException.class)
          .isThrownBy(() -> MachineConfig.of(ByteSize.parse("512M"), far));
      MachineConfig plain = withMemory("512M");
      MachineConfig wide =
          MachineConfig.builder(plain.memory())
              .locality(plain.locality())
              .slots(List.of(far))
              .addressBits(52)
              .unrequestedEject(false)
              .build();
      assertThat(wide.slotPlans()).hasSize(1);
    }
  }

  @Nested
  class HyperTransport {
    @Test
    void hasNoBootMemory() {
      MachineConfig config = withMemory("2T");
      assertThat(config.bootMemory())
          .containsExactly(
              AddressRange.of(0, 3 * ByteSize.GIB),
              new AddressRange(4 * ByteSize.GIB, 0xfc_ffff_ffffL),
              AddressRange.of(1L << 40, (2048 - 3 - 1008) * ByteSize.GIB));
      assertThat(config.addressMap().floor()).isEqualTo((1024 + 2048 - 3 - 1008) * ByteSize.GIB);
    }

    @Test
    void hasNoAreaOfAnonymousSlots() {
      MachineConfig config =
          config(
              "512M",
              1,
              List.of(),
              List.of(),
              new AnonymousSlots(2, ByteSize.parse("1100G")),
              HotplugInterfaces.QEMU);
      assertThat(config.slotLayout().area().orElseThrow().range().first()).isEqualTo(1L << 40);
      MachineConfig below =
          config(
              "512M",
              1,
              List.of(),
              List.of(),
              new AnonymousSlots(2, ByteSize.parse("900G")),
              HotplugInterfaces.QEMU);
      assertThat(below.slotLayout().area().orElseThrow().range().first())
          .isEqualTo(4 * ByteSize.GIB);
    }
  }

  /** In a guest with blocks of 2 GiB each slot may lose as much to alignment. */
  @Test
  void theAreaOfALargeMachineHasRoomForLargeBlocks() {
    AnonymousSlots slots = new AnonymousSlots(4, ByteSize.parse("80G"));
    MachineConfig config = config("64G", 1, List.of(), List.of(), slots, HotplugInterfaces.QEMU);
    assertThat(config.slotLayout().area().orElseThrow().range())
        .isEqualTo(AddressRange.of(65 * ByteSize.GIB, (16 + 4 * 2) * ByteSize.GIB));
  }

  @Nested
  class Processors {
    @Test
    void are1To255() {
      assertThat(withNodes("512M", 255).cpuNodes()).hasSize(255).containsOnly(0);
      assertRefused(() -> withNodes("512M", 0), "0 processors: a machine has 1 to 255 processors");
      assertRefused(
          () -> withNodes("512M", 256), "256 processors: a machine has 1 to 255 processors");
    }
  }

  @Nested
  class Numa {
    @Test
    void processorsBelongToTheNodeThatNamesThemElseToNode0() {
      MachineConfig config = withNodes("512M", 4, node(0, "256M"), node(1, "256M", 2, 3));

      assertThat(config.cpuNodes()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void memoryMustAddUp() {
      assertRefused(
          () -> withNodes("512M", 1, node(0, "256M"), node(1, "512M")),
          "the nodes' memory: it adds up to 768M and boot memory is 512M;" + " make them equal");
    }

    @Test
    void memoryThatPasses64BitsIsRefused() {
      assertRefused(
          () -> withNodes("512M", 1, node(0, "0xffffffffffffffff"), node(1, "1M")),
          "node 0 with memory of 18446744073709551615: a node's memory is a multiple of 1M; the"
              + " nearest is 17592186044415M",
          "node 1 with memory of 1M: the nodes' memory passes 2^64");
    }

    @Test
    void numbersHaveNoGapsAndNoTwins() {
      assertRefused(
          () -> withNodes("512M", 1, node(0, "256M"), node(2, "256M")),
          "node 2: nodes are numbered from 0 without gaps, here 0 to 1;"
              + " renumber it or name the missing nodes");
      assertRefused(
          () -> withNodes("512M", 1, node(0, "256M"), node(0, "256M")),
          "node 0: two nodes have this number; number them from 0 to 1");
    }

    @Test
    void processorsExistAndBelongToOneNode() {
      assertRefused(
          () -> withNodes("512M", 2, node(0, "512M", 0, 2)),
          "node 0 with processors 0-2: the machine's processors are 0 to 1");
      assertRefused(
          () -> withNodes("512M", 4, node(0, "256M", 0, 2), node(1, "256M", 2, 2)),
          "node 1 with processors 2: node 0 has some of these processors already (0-2);"
              + " give each to one node");
    }

    @Test
    void aSlotOfANodeThatIsNotThereIsRefused() {
      assertThatExceptionOfType(MachineConfigException.class)
          .isThrownBy(
              () ->
                  MachineConfig.of(
                      ByteSize.parse("512M"), SlotOptions.parse("id=hot1,size=128M,node=3")))
          .withMessageContaining("hot1")
          .withMessageContaining("3");
    }
  }

  @Nested
  class Slots {
    @Test
    void arePlacedAbove4GAndBootMemory() {
      MachineConfig config =
          MachineConfig.of(
              ByteSize.parse("512M"),
              SlotOptions.parse("id=hot1,size=512M"),
              SlotOptions.parse("id=hot2,size=256M"));

      assertThat(config.slotPlans())
          .extracting(plan -> ((SlotPlan.Named) plan).range())
          .containsExactly(
              AddressRange.of(0x1_0000_0000L, 512 * ByteSize.MIB),
              AddressRange.of(0x1_2000_0000L, 256 * ByteSize.MIB));
    }

    @Test
    void anonymousOnesShareWhatMaxmemLeaves() {
      MachineConfig config = withAnonymous(3, "2G", SlotOptions.parse("id=hot1,size=512M"));

      assertThat(config.slotPlans())
          .extracting(SlotPlan::id)
          .containsExactly("hot1", "slot0", "slot1", "slot2");
      // (2G - 512M - 512M) / 3 is 341M, which holds two blocks of 128M.
      assertThat(config.slotPlans().getLast())
          .isInstanceOfSatisfying(
              SlotPlan.Named.class,
              slot -> assertThat(slot.range().length()).isEqualTo(256 * ByteSize.MIB));
    }

    @Test
    void anonymousOnesOfTheQemuInterfaceHaveNoPlaceYet() {
      MachineConfig config =
          config(
              "512M",
              1,
              List.of(),
              List.of(SlotOptions.parse("id=hot1,size=512M")),
              new AnonymousSlots(2, ByteSize.parse("5G")),
              HotplugInterfaces.QEMU);

      assertThat(config.slotPlans())
          .startsWith(config.slotPlans().getFirst())
          .endsWith(new SlotPlan.Anonymous("slot0"), new SlotPlan.Anonymous("slot1"));
    }

    @Test
    void ofTheQemuInterfaceAre4096AtMost() {
      AnonymousSlots most = new AnonymousSlots(4096, ByteSize.parse("5T"));
      MachineConfig config = config("512M", 1, List.of(), List.of(), most, HotplugInterfaces.QEMU);
      assertThat(config.slotPlans()).hasSize(4096);
      assertRefused(
          () ->
              config(
                  "512M",
                  1,
                  List.of(),
                  List.of(SlotOptions.parse("id=one,size=128M")),
                  most,
                  HotplugInterfaces.QEMU),
          "4097 slots are too many for the qemu interface: the limit is 4096, the most for which its"
              + " devices, MP00 to MFFF, have names of four characters");
    }

    @Test
    void anAreaThatAddressesDoNotReachIsRefused() {
      assertRefused(
          () ->
              config(
                  "512M",
                  1,
                  List.of(),
                  List.of(),
                  new AnonymousSlots(1, ByteSize.parse("64T")),
                  HotplugInterfaces.QEMU),
          "1 slots and memory of at most 64T: the slots' 67108352M do not fit into the addresses of 46 bits"
              + " from 0x100000000 up; allow less memory or give fewer slots");
    }

    @Test
    void anonymousOnesLeaveNamesThatAreTaken() {
      SlotOptions[] named = {
        SlotOptions.parse("id=slot0,size=128M"), SlotOptions.parse("id=slot2,size=128M")
      };
      for (HotplugInterface kind : HotplugInterfaces.STANDARD) {
        AnonymousSlots three = new AnonymousSlots(3, ByteSize.parse("4G"));
        assertThat(
                config("512M", 1, List.of(), List.of(named), three, kind).slotPlans().stream()
                    .map(SlotPlan::id))
            .containsExactly("slot0", "slot2", "slot1", "slot3", "slot4");
      }
    }

    @Test
    void sizesThatPass64BitsAreRefused() {
      assertRefused(
          () ->
              withAnonymous(
                  1,
                  "2G",
                  SlotOptions.of("a", 0x8000_0000_0000_0000L),
                  SlotOptions.of("b", 0x8000_0000_0000_0000L)),
          "memory of at most 2G: boot memory and the named slots up to b pass 2^64; make slots smaller");
      for (HotplugInterface kind : HotplugInterfaces.STANDARD) {
        AnonymousSlots vast = new AnonymousSlots(2, ByteSize.parse("0xffffffff00000000"));
        assertThatExceptionOfType(MachineConfigException.class)
            .isThrownBy(() -> config("512M", 1, List.of(), List.of(), vast, kind));
      }
    }

    /** Boot memory in slots: RAM before the PCI hole, wherever the slots end. */
    @Test
    void withMemoryFromTheStartTheyMayLieBeforeThePciHole() {
      MachineConfig config =
          MachineConfig.of(
              ByteSize.parse("512M"),
              SlotOptions.parse("id=a,size=512M,start=512M,populated=on"),
              SlotOptions.parse("id=b,size=1G,start=2G,populated=on"),
              SlotOptions.parse("id=c,size=512M,start=1536M"));

      assertThat(config.pciHole()).isEqualTo(3 * ByteSize.GIB);
      assertThat(config.slotPlans())
          .first()
          .isInstanceOfSatisfying(
              SlotPlan.Named.class,
              slot -> assertThat(slot.range().first()).isEqualTo(512 * ByteSize.MIB));
      assertRefused(
          () ->
              MachineConfig.of(
                  ByteSize.parse("512M"), SlotOptions.parse("id=a,size=512M,start=512M")),
          "memslot a: 0x20000000-0x3fffffff overlaps the PCI hole at 0x20000000-0xffffffff;"
              + " choose another start or start=auto");
      assertRefused(
          () ->
              MachineConfig.of(
                  ByteSize.parse("512M"),
                  SlotOptions.parse("id=a,size=512M,start=2816M,populated=on")),
          "memslot a: 0xb0000000-0xcfffffff overlaps the PCI hole at 0x20000000-0xffffffff;"
              + " choose another start or start=auto");
    }

    @Test
    void maxmemThatIsTooSmallIsRefused() {
      assertRefused(
          () -> withAnonymous(1, "512M", SlotOptions.parse("id=hot1,size=512M")),
          "memory of at most 512M: boot memory and the named slots are 1G together;"
              + " allow 1G or more");
      assertRefused(
          () -> withAnonymous(4, "640M"),
          "4 slots and memory of at most 640M: a slot has at least 128M, and 128M is left for all;"
              + " give fewer slots or allow 1G");
    }

    @Test
    void ofThe2012InterfaceAre255AtMost() {
      SlotOptions[] slots =
          IntStream.range(0, 256)
              .mapToObj(i -> SlotOptions.of("s" + i, 128 * ByteSize.MIB))
              .toArray(SlotOptions[]::new);

      assertThatExceptionOfType(MachineConfigException.class)
          .isThrownBy(() -> MachineConfig.of(ByteSize.parse("512M"), slots))
          .withMessageContainingAll("256", "255", "byte");
    }
  }
}
