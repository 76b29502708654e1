package org.memslot.hotplug.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.testing.Seeds;

class SlotPlacementTest {
  private static final long MIB = ByteSize.MIB;
  private static final long GIB = ByteSize.GIB;
  private static final AddressMap SMALL = AddressMap.pc(512 * MIB, 0, Set.of(0));
  private static final AddressMap LARGE = AddressMap.pc(3 * GIB, 5 * GIB, Set.of(0, 1));

  private static List<SlotPlan.Named> place(AddressMap map, String... options) {
    List<SlotOptions> slots = Stream.of(options).map(SlotOptions::parse).toList();
    return new SlotPlacement(map).place(slots, HotplugInterfaces.MEMSLOT.slots());
  }

  private static void refused(AddressMap map, List<String> messages, String... options) {
    assertThatThrownBy(() -> place(map, options))
        .isInstanceOf(SlotOptionException.class)
        .hasMessage(String.join("\n", messages));
  }

  @Test
  void automaticSlotsStartAtFourGibOrAboveTheRamThatIsThere() {
    assertThat(place(SMALL, "id=a,size=512M").getFirst().range())
        .isEqualTo(AddressRange.of(4 * GIB, 512 * MIB));
    assertThat(place(LARGE, "id=a,size=512M").getFirst().range())
        .isEqualTo(AddressRange.of(9 * GIB, 512 * MIB));
  }

  @Test
  void automaticStartsFitTheGuestsBlocksEvenAboveOddRam() {
    AddressMap odd = AddressMap.pc(3 * GIB, GIB + 3 * MIB, Set.of(0));
    assertThat(place(odd, "id=a,size=128M").getFirst().range().first())
        .isEqualTo(5 * GIB + 128 * MIB);
    assertThat(place(odd, "id=a,size=1G").getFirst().range().first()).isEqualTo(6 * GIB);
  }

  @Test
  void explicitStartsAreHonouredFirstAndAutomaticOnesFillTheGaps() {
    assertThat(
            place(
                SMALL,
                "id=a,size=512M",
                "id=b,size=1G",
                "id=c,size=128M,start=0x100000000",
                "id=d,size=1G,start=5G",
                "id=e,size=256M"))
        .extracting(slot -> slot.id() + " " + slot.range())
        .containsExactly(
            "a 0x108000000-0x127ffffff",
            "b 0x180000000-0x1bfffffff",
            "c 0x100000000-0x107ffffff",
            "d 0x140000000-0x17fffffff",
            "e 0x128000000-0x137ffffff");
  }

  @Test
  void numbersNodesAndPopulationFollowTheOptions() {
    assertThat(place(LARGE, "id=a,size=1G,node=1,populated=on", "id=b,size=1G"))
        .containsExactly(
            new SlotPlan.Named("a", AddressRange.of(9 * GIB, GIB), 1, true),
            new SlotPlan.Named("b", AddressRange.of(10 * GIB, GIB), 0, false));
  }

  @Test
  void overlapsNameBothRegions() {
    refused(
        LARGE,
        List.of(
            "memslot ram: 0x0-0x7ffffff overlaps RAM below 4G at 0x0-0xbfffffff; choose another"
                + " start or start=auto",
            "memslot hole: 0xe0000000-0x11fffffff overlaps the PCI hole at 0xc0000000-0xffffffff;"
                + " choose another start or start=auto",
            "memslot hole: 0xe0000000-0x11fffffff overlaps RAM above 4G at"
                + " 0x100000000-0x23fffffff; choose another start or start=auto",
            "memslot two: 0x280000000-0x2bfffffff overlaps memslot one at 0x240000000-0x2bfffffff;"
                + " choose another start or start=auto"),
        "id=ram,size=128M,start=0",
        "id=hole,size=1G,start=0xe0000000",
        "id=one,size=2G,start=9G",
        "id=two,size=1G,start=10G");
  }

  @Test
  void aDeviceIsNamedAsWhatItIs() {
    refused(
        SMALL.with("ivshmem", AddressRange.of(8 * GIB, MIB)),
        List.of(
            "memslot a: 0x200000000-0x23fffffff overlaps ivshmem at 0x200000000-0x2000fffff;"
                + " choose another start or start=auto"),
        "id=a,size=1G,start=8G");
  }

  @Test
  void automaticSlotsGoAroundDevices() {
    AddressMap map = SMALL.with("device", AddressRange.of(4 * GIB + 200 * MIB, MIB));
    assertThat(place(map, "id=a,size=256M", "id=b,size=128M"))
        .extracting(slot -> slot.range().first())
        .containsExactly(4 * GIB + 256 * MIB, 4 * GIB);
  }

  private static List<Long> starts(AddressMap map, HotplugInterface kind, String... options) {
    List<SlotOptions> slots = Stream.of(options).map(SlotOptions::parse).toList();
    return new SlotPlacement(map)
        .place(slots, kind.slots()).stream().map(slot -> slot.range().first() / GIB).toList();
  }

  /** A guest whose RAM ends at 64 GiB adds blocks of 2 GiB; a slot of 1 GiB is none anywhere. */
  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void slotsOfWholeLargeBlocksStartOnOneWhereBootMemoryReaches64Gib(HotplugInterface kind) {
    AddressMap map = AddressMap.pc(3 * GIB, 60 * GIB, Set.of(0));
    assertThat(starts(map, kind, "id=a,size=1G", "id=b,size=2G", "id=c,size=3G"))
        .containsExactly(64L, 66L, 68L);
    assertThat(new SlotPlacement(map).firstFit(ByteSize.parse("4G"), List.of()))
        .contains(AddressRange.of(64 * GIB, 4 * GIB));
    AddressMap odd = AddressMap.pc(3 * GIB, 61 * GIB, Set.of(0));
    assertThat(new SlotPlacement(odd).firstFit(ByteSize.parse("4G"), List.of()))
        .contains(AddressRange.of(66 * GIB, 4 * GIB));
    assertThat(new SlotPlacement(odd).largestAlignment()).isEqualTo(2 * GIB);
    assertThat(new SlotPlacement(SMALL).largestAlignment()).isEqualTo(GIB);
  }

  /** Slots with memory are RAM of the e820 map with the 2012 interface only. */
  @Test
  void slotsCountWhereTheMemoryMapListsThem() {
    AddressMap map = AddressMap.pc(3 * GIB, 57 * GIB, Set.of(0));
    String[] options = {"id=p,size=4G,populated=on", "id=a,size=2G"};
    assertThat(starts(map, HotplugInterfaces.MEMSLOT, options)).containsExactly(62L, 66L);
    assertThat(starts(map, HotplugInterfaces.QEMU, options)).containsExactly(61L, 65L);
    AddressMap low = AddressMap.pc(3 * GIB, GIB, Set.of(0));
    String[] far = {"id=p,size=4G,start=1T,populated=on", "id=a,size=2G"};
    assertThat(starts(low, HotplugInterfaces.MEMSLOT, far)).containsExactly(1024L, 6L);
    assertThat(starts(low, HotplugInterfaces.QEMU, far)).containsExactly(1024L, 5L);
  }

  /** At 62 GiB p would end on a multiple of 2 GiB, and no slot of 1 GiB could be added then. */
  @Test
  void slotsWithMemoryAreNotPlacedSoThatOthersCannotBeAdded() {
    AddressMap map = AddressMap.pc(3 * GIB, 57 * GIB, Set.of(0));
    assertThat(starts(map, HotplugInterfaces.MEMSLOT, "id=p,size=4G,populated=on", "id=a,size=1G"))
        .containsExactly(61L, 65L);
  }

  /** Better off a block's start than not at all. */
  @Test
  void slotsThatFitOnlyOffABlockAreStillPlaced() {
    AddressMap narrow = AddressMap.pc(3 * GIB, 57 * GIB, Set.of(0)).withAddressBits(36);
    assertThat(starts(narrow, HotplugInterfaces.MEMSLOT, "id=a,size=2G")).containsExactly(61L);
    AddressMap odd =
        AddressMap.pc(3 * GIB, 57 * GIB, Set.of(0))
            .with("device", AddressRange.of(67 * GIB, 61 * GIB))
            .withAddressBits(37);
    assertThat(starts(odd, HotplugInterfaces.MEMSLOT, "id=a,size=4G", "id=b,size=2G"))
        .containsExactly(61L, 65L);
  }

  @Test
  void nothingIsPlacedOverHyperTransportByItself() {
    AddressMap map = AddressMap.pc(3 * GIB, 1000 * GIB, Set.of(0));
    assertThat(
            starts(map, HotplugInterfaces.MEMSLOT, "id=a,size=16G", "id=b,size=8G", "id=c,size=1G"))
        .containsExactly(1024L, 1004L, 1040L);
    assertThat(new SlotPlacement(map).firstFit(ByteSize.parse("16G"), List.of()))
        .contains(AddressRange.of(1024 * GIB, 16 * GIB));
    assertThat(starts(map, HotplugInterfaces.MEMSLOT, "id=a,size=1G,start=0xfd00000000"))
        .containsExactly(1012L);
  }

  @Test
  void bootMemoryLiesAroundHyperTransport() {
    AddressMap map = AddressMap.pc(3 * GIB, 2000 * GIB, Set.of(0));
    assertThat(map.occupied())
        .extracting(AddressMap.Occupied::range)
        .endsWith(AddressRange.of(4 * GIB, 1008 * GIB), AddressRange.of(1024 * GIB, 992 * GIB))
        .noneMatch(AddressMap.HYPER_TRANSPORT::overlaps);
    assertThat(map.floor()).isEqualTo(2016 * GIB);
  }

  @Test
  void slotsEndBelowTheLastPhysicalAddress() {
    refused(
        SMALL,
        List.of(
            "memslot a: 0x3fffc0000000-0x40003fffffff passes the last physical address"
                + " 0x3fffffffffff (46 bits); choose a lower start or start=auto"),
        "id=a,size=2G,start=0x3fffc0000000");
    assertThat(place(SMALL, "id=a,size=1G,start=0x3fffc0000000")).hasSize(1);
  }

  @Test
  void slotsDoNotWrapAroundTheAddressSpace() {
    refused(
        SMALL,
        List.of(
            "memslot a: start 0xffffffffc0000000 plus size 2G passes 2^64; choose a lower start or"
                + " start=auto"),
        "id=a,size=2G,start=0xffffffffc0000000");
  }

  @Test
  void anAutomaticSlotThatFitsNowhereSaysWhereItWasSought() {
    AddressMap narrow = SMALL.withAddressBits(33);
    refused(
        narrow,
        List.of(
            "memslot b: no gap of 2G is left between 0x100000000 and the last physical address"
                + " 0x1ffffffff (33 bits); make slots smaller or fewer"),
        "id=a,size=3G",
        "id=b,size=2G");
    assertThat(place(narrow, "id=a,size=3G", "id=b,size=1G")).hasSize(2);
    refused(
        narrow,
        List.of(
            "memslot a: no gap of 16383P is left between 0x100000000 and the last physical address"
                + " 0x1ffffffff (33 bits); make slots smaller or fewer"),
        "id=a,size=16383P");
  }

  @Test
  void anIdIsGivenOnce() {
    refused(
        SMALL,
        List.of("memslot a: the id is given to more than one slot; each slot needs its own"),
        "id=a,size=1G",
        "id=a,size=1G",
        "id=a,size=1G");
  }

  @Test
  void aNodeMustExist() {
    refused(
        SMALL,
        List.of("memslot a: node 1 does not exist; the machine has node 0"),
        "id=a,size=1G,node=1");
    refused(
        LARGE,
        List.of("memslot a: node 7 does not exist; the machine has nodes 0, 1"),
        "id=a,size=1G,node=7");
  }

  @Test
  void theRegisterInterfaceLimitsTheNumberOfSlots() {
    List<SlotOptions> slots =
        IntStream.range(0, 256).mapToObj(i -> SlotOptions.of("s" + i, GIB)).toList();
    SlotPlacement placement = new SlotPlacement(SMALL);
    assertThat(placement.place(slots.subList(0, 255), HotplugInterfaces.MEMSLOT.slots()))
        .hasSize(255);
    assertThat(placement.place(slots, HotplugInterfaces.QEMU.slots())).hasSize(256);
    assertThatThrownBy(() -> placement.place(slots, HotplugInterfaces.MEMSLOT.slots()))
        .isInstanceOf(SlotOptionException.class)
        .hasMessage(
            "256 slots are too many for the memslot interface: the limit is 255, because its AML keeps"
                + " one element for each slot in a package whose count is a byte; the qemu"
                + " interface takes more");
  }

  /** Compares with a search that tries every block of the space in turn. */
  @Test
  void placementIsFirstFit() {
    Random random = Seeds.random("SlotPlacementTest");
    for (int round = 0; round < 400; round++) {
      int bits = 33 + random.nextInt(3);
      AddressMap map = randomMap(random, bits);
      List<SlotOptions> options = randomOptions(random, bits);
      List<SlotPlan.Named> plans;
      try {
        plans = new SlotPlacement(map).place(options, HotplugInterfaces.MEMSLOT.slots());
      } catch (SlotOptionException e) {
        assertThat(BruteForcePlacement.place(map, options)).as("%s", e.getMessage()).isEmpty();
        continue;
      }
      assertThat(plans.stream().map(SlotPlan.Named::range).toList())
          .isEqualTo(BruteForcePlacement.place(map, options));
      assertNothingOverlaps(map, plans);
    }
  }

  private static void assertNothingOverlaps(AddressMap map, List<SlotPlan.Named> plans) {
    List<AddressRange> all = new ArrayList<>();
    map.occupied().forEach(occupied -> all.add(occupied.range()));
    for (SlotPlan.Named plan : plans) {
      assertThat(all).noneMatch(plan.range()::overlaps);
      assertThat(plan.range().first() % SlotPlacement.BLOCK_SIZE).isZero();
      all.add(plan.range());
    }
  }

  private static AddressMap randomMap(Random random, int bits) {
    long below = (1 + random.nextInt(24)) * 128L * MIB;
    long above = random.nextInt(3) * 300L * MIB;
    AddressMap map = AddressMap.pc(below, above, Set.of(0)).withAddressBits(bits);
    for (int i = random.nextInt(3); i > 0; i--) {
      map = map.with("device", AddressRange.of(4 * GIB + random.nextInt(4096) * MIB, 40 * MIB));
    }
    return map;
  }

  private static List<SlotOptions> randomOptions(Random random, int bits) {
    List<SlotOptions> options = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      SlotOptions slot = SlotOptions.of("s" + i, (1 + random.nextInt(16)) * 128L * MIB);
      boolean explicit = random.nextInt(4) == 0;
      options.add(explicit ? slot.startingAt(random.nextLong(1L << bits) & -(128 * MIB)) : slot);
    }
    return options;
  }
}
