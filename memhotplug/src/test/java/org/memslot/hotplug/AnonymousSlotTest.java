package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;

class AnonymousSlotTest {
  private static final long GIB = ByteSize.GIB;
  private static final long BLOCK = 0xa00;
  private static final AddressMap MAP = AddressMap.pc(512 * ByteSize.MIB, 0, Set.of(0, 1));

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final List<String> lines = new ArrayList<>();
  private final MemoryHotplugController controller = controller(HotplugInterfaces.QEMU);

  private MemoryHotplugController controller(HotplugInterface kind) {
    MemoryHotplugController made =
        MemoryHotplugController.builder(memory, kind, new GpeBlock(new LevelInterruptLine("SCI")))
            .slots(
                List.of(
                    new SlotPlan.Named("named", AddressRange.of(4 * GIB, GIB), 0, false),
                    new SlotPlan.Anonymous("slot0"),
                    new SlotPlan.Anonymous("slot1")))
            .anonymousSpace(new AnonymousSpace(MAP, ByteSize.of(4 * GIB)))
            .clock(() -> Instant.EPOCH)
            .build();
    new Devices(List.of(made.registers())).plug(memory, ports);
    made.addListener(event -> lines.add(event.line()));
    return made;
  }

  private static SlotRequest request(String text) {
    return SlotRequest.parse(text);
  }

  @Test
  void memoryOfAnySizeGoesIntoTheFirstFreeSlotBesideTheNamedOnes() {
    assertThat(controller.add(request("size=1G")).message())
        .isEqualTo("memslot slot0: memory is at 0x140000000-0x17fffffff; the guest is told");
    assertThat(controller.add(request("size=128M,node=1")).message())
        .isEqualTo("memslot slot1: memory is at 0x180000000-0x187ffffff; the guest is told");
    ports.write32(BLOCK, 2);
    assertThat(ports.read32(BLOCK)).isEqualTo(0x8000_0000);
    assertThat(ports.read32(BLOCK + 4)).isEqualTo(1);
    assertThat(ports.read32(BLOCK + 8)).isEqualTo(0x800_0000);
    assertThat(ports.read32(BLOCK + 0x10)).isEqualTo(1);
    assertThat(controller.add(request("size=128M")).message())
        .isEqualTo("all 2 anonymous slots have memory; delete one, or start with more slots");
  }

  @Test
  void aDeletedSlotIsUsedAgainWithAnotherSizeAndPlace() {
    controller.add(request("size=1G"));
    controller.delete("slot0");
    ports.write32(BLOCK, 1);
    ports.write32(BLOCK + 0x14, 8);
    assertThat(controller.slot("slot0").orElseThrow().range()).isEmpty();
    controller.add(request("size=256M,start=6G,node=1"));
    assertThat(controller.slot("slot0").orElseThrow().range())
        .contains(AddressRange.of(6 * GIB, 256 * ByteSize.MIB));
    assertThat(lines)
        .containsExactly(
            "memslot slot0 populated",
            "memslot slot0 eject-requested",
            "memslot slot0 deleted",
            "memslot slot0 populated");
  }

  @Test
  void whatCannotBePlacedIsRefusedAndTheSlotStaysFree() {
    assertThat(controller.add(request("size=1G,node=2")).message())
        .isEqualTo("memslot slot0: node 2 does not exist; the machine has nodes 0, 1");
    assertThat(controller.add(request("size=8G")).message())
        .isEqualTo(
            "memslot slot0: 8G is more than the 4G that are left for anonymous slots; ask for less, or delete a slot");
    assertThat(controller.add(request("size=1G,start=4G")).message())
        .isEqualTo(
            "memslot slot0: 0x100000000-0x13fffffff overlaps memslot named at"
                + " 0x100000000-0x13fffffff; choose another start or start=auto");
    assertThat(controller.add(request("size=1G,start=3G")).message())
        .isEqualTo(
            "memslot slot0: 0xc0000000-0xffffffff overlaps the PCI hole at 0x20000000-0xffffffff;"
                + " choose another start or start=auto");
    controller.add(request("size=3G"));
    assertThat(controller.add(request("size=2G")).message())
        .isEqualTo(
            "memslot slot1: 2G is more than the 1G that are left for anonymous slots; ask for less, or delete a slot");
    assertThat(controller.slot("slot1").orElseThrow().state()).isEqualTo(SlotState.EMPTY);
    assertThat(controller.slot("slot1").orElseThrow().range()).isEmpty();
  }

  @Test
  void anAnonymousSlotCannotBeAddedByItsName() {
    assertThat(controller.add("slot0").message())
        .isEqualTo("memslot slot0 add: the slot has no size of its own");
  }

  @Test
  void aMachineWithoutSlotsSaysSo() {
    TestMachine machine =
        new TestMachine(HotplugInterfaces.QEMU, HotplugSettings.defaults(), List.of());
    assertThat(machine.controller.add(request("size=128M")).message())
        .isEqualTo("the machine has no anonymous slots");
  }

  @Test
  void whereEverySlotHasItsRangeAFreeOneOfThatSizeIsTaken() {
    TestMachine machine = TestMachine.of("id=a,size=128M", "id=b,size=256M", "id=c,size=256M");
    assertThat(machine.controller.add(request("size=256M")).message())
        .startsWith("memslot b: memory is at");
    assertThat(machine.controller.add(request("size=256M,start=0x118000000")).message())
        .startsWith("memslot c: memory is at 0x118000000");
    assertThat(machine.controller.add(request("size=256M")).message())
        .isEqualTo(
            "the slots' ranges were fixed at the start and no free one is 256M there;"
                + " free are a (128M in node 0)");
    machine.controller.add(request("size=128M"));
    assertThat(machine.controller.add(request("size=128M")).message())
        .contains("all have memory: delete one");
  }

  @Test
  void theInterfaceOf2012CannotHaveThem() {
    assertThatThrownBy(() -> controller(HotplugInterfaces.MEMSLOT))
        .isInstanceOf(SlotOptionException.class)
        .hasMessageContaining(
            "memslot slot0: an anonymous slot has no range until memory is added");
  }

  @Test
  void faultsOfARequestAreLikeThoseOfAnOption() {
    assertThatThrownBy(() -> request("id=a,size=1G"))
        .hasMessage(
            "memory for a slot id=a,size=1G: unknown key \"id\"; the keys are size, start, node");
    assertThatThrownBy(() -> request("node=1"))
        .hasMessage(
            "memory for a slot node=1: size= is missing; write"
                + " size=SIZE[,start=ADDR|auto][,node=PXM]");
    assertThatThrownBy(() -> request("size=100M"))
        .hasMessageStartingWith(
            "memory for a slot: size 100M (0x6400000) is not a multiple of 128M");
  }
}
