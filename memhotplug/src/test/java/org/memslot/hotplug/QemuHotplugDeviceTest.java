package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.device.QemuHotplugDevice;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.Pin;

/** The values are those that QEMU 7.2 gave through its qtest protocol. */
class QemuHotplugDeviceTest {
  private static final long BASE = 0xa00;
  private static final long FLAGS = BASE + 0x14;

  private final TestMachine machine =
      TestMachine.of(
          HotplugInterfaces.QEMU,
          HotplugSettings.defaults(),
          "id=a,size=512M,start=4G,node=1",
          "id=b,size=128M,start=8G");
  private final AddressSpace ports = machine.ports;

  @Test
  void theSelectedSlotShowsAddressSizeNodeAndFlags() {
    machine.controller.add("a");
    assertThat(ports.read32(BASE)).isZero();
    assertThat(ports.read32(BASE + 4)).isEqualTo(1);
    assertThat(ports.read32(BASE + 8)).isEqualTo(0x2000_0000);
    assertThat(ports.read32(BASE + 0xc)).isZero();
    assertThat(ports.read32(BASE + 0x10)).isEqualTo(1);
    assertThat(ports.read32(FLAGS)).isEqualTo(3);
    ports.write32(BASE, 1);
    assertThat(ports.read32(FLAGS)).isZero();
    assertThat(ports.read32(BASE + 4)).isZero();
  }

  @Test
  void narrowAndCrookedAccessesAnswerAsInQemu() {
    machine.controller.add("a");
    assertThat(ports.read8(BASE + 1)).isEqualTo(0xff);
    assertThat(ports.read8(FLAGS + 1)).isEqualTo(0xff);
    assertThat(ports.read8(FLAGS)).isEqualTo(3);
    assertThat(ports.read32(BASE + 2)).isEqualTo(0x1ffff);
  }

  @Test
  void aSelectorWithoutASlotReadsAsZeros() {
    ports.write32(BASE, 2);
    machine.controller.add("a");
    assertThat(ports.read32(FLAGS)).isZero();
    assertThat(ports.read32(BASE + 4)).isZero();
    ports.write32(BASE, -1);
    assertThat(ports.read32(FLAGS)).isZero();
    ports.write32(FLAGS, 8);
    assertThat(machine.controller.guestFaults()).containsEntry(GuestFault.UNKNOWN_SLOT, 1L);
  }

  @Test
  void withoutSlotsTheBlockReadsAsOnes() {
    TestMachine none = TestMachine.of(HotplugInterfaces.QEMU, HotplugSettings.defaults());
    assertThat(none.ports.read32(FLAGS)).isEqualTo(-1);
    none.ports.write32(BASE, 0);
    assertThat(none.ports.read8(BASE)).isEqualTo(0xff);
  }

  @Test
  void oneControlWriteDoesOneThing() {
    machine.controller.add("a");
    machine.controller.delete("a");
    assertThat(ports.read32(FLAGS)).isEqualTo(7);
    ports.write32(FLAGS, 6);
    assertThat(ports.read32(FLAGS)).isEqualTo(5);
    ports.write32(FLAGS, 0xc);
    assertThat(ports.read32(FLAGS)).isEqualTo(1);
    assertThat(machine.state("a")).isEqualTo(SlotState.EJECT_REQUESTED);
    ports.write32(FLAGS, 8);
    assertThat(machine.state("a")).isEqualTo(SlotState.EMPTY);
    assertThat(ports.read32(FLAGS)).isZero();
  }

  @Test
  void ejectionLeavesAnInsertFlagThatTheGuestDidNotClear() {
    machine.controller.add("a");
    machine.controller.delete("a");
    ports.write32(FLAGS, 4);
    ports.write32(FLAGS, 8);
    assertThat(ports.read32(FLAGS)).isEqualTo(2);
  }

  @Test
  void memoryThereFromTheStartIsEnabledAndNotInserting() {
    TestMachine booted =
        TestMachine.of(
            HotplugInterfaces.QEMU, HotplugSettings.defaults(), "id=a,size=128M,populated=on");
    booted.controller.populateAtStart();
    assertThat(booted.ports.read32(FLAGS)).isEqualTo(1);
    assertThat(booted.gpe.status()).isZero();
  }

  @Test
  void ostReportsBecomeEvents() {
    machine.controller.add("a");
    ost(1, 0);
    machine.controller.delete("a");
    ost(3, 0x84);
    ost(3, 0x82);
    machine.controller.delete("a");
    ost(3, 0x84);
    ports.write32(FLAGS, 8);
    ost(3, 0);
    assertThat(machine.lines())
        .isEqualTo(
            List.of(
                "memslot a populated",
                "memslot a online",
                "memslot a eject-requested",
                "memslot a eject-in-progress",
                "memslot a eject-refused: 0x82 device busy",
                "memslot a eject-requested",
                "memslot a eject-in-progress",
                "memslot a deleted"));
    assertThat(machine.controller.guestFaults().values()).allMatch(count -> count == 0);
  }

  @Test
  void anOstOfAnotherSourceIsCounted() {
    machine.controller.add("a");
    ost(7, 0);
    assertThat(machine.state("a")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.controller.guestFaults()).containsEntry(GuestFault.UNEXPECTED_REPORT, 1L);
  }

  @Test
  void aGuestThatDeclinedIsStillAskedToEject() {
    machine.controller.add("a");
    ost(1, 1);
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot a add-refused: 0x1 non-specific failure");
    machine.controller.delete("a");
    assertThat(machine.state("a")).isEqualTo(SlotState.EJECT_REQUESTED);
    assertThat(ports.read32(FLAGS) & 4).isEqualTo(4);
  }

  @Test
  void ejectionIsRefusedUnlessAskedForOrAllowed() {
    machine.controller.add("a");
    ports.write32(FLAGS, 8);
    assertThat(machine.state("a")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.controller.guestFaults()).containsEntry(GuestFault.UNREQUESTED_EJECT, 1L);

    TestMachine lax =
        TestMachine.of(
            HotplugInterfaces.QEMU,
            HotplugSettings.defaults().withUnrequestedEject(true),
            "id=a,size=128M");
    lax.controller.add("a");
    lax.ports.write32(FLAGS, 8);
    assertThat(lax.state("a")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void memoryThatLeavesIsAbsentToTheGuestAtOnce() {
    machine.controller.add("a");
    machine.controller.delete("a");
    ports.write32(FLAGS, 2);
    ports.write32(FLAGS, 4);
    Pin pin = machine.allocated.getFirst().pin("vhost");
    ports.write32(FLAGS, 8);
    assertThat(machine.state("a")).isEqualTo(SlotState.EJECTING);
    assertThat(ports.read32(FLAGS)).isZero();
    assertThat(ports.read32(BASE + 8)).isZero();
    pin.close();
    assertThat(machine.state("a")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void cancellingClearsTheRemovalFlag() {
    machine.controller.add("a");
    machine.controller.delete("a");
    machine.controller.cancel("a");
    assertThat(ports.read32(FLAGS)).isEqualTo(3);
  }

  /** A register of ours: from the selected slot up, the first with a flag to clear. */
  @Test
  void theNewsRegisterNamesTheNextSlotThatHasChanged() {
    long news = 0xafb0;
    assertThat(ports.read32(news)).isEqualTo(2);
    machine.controller.add("b");
    assertThat(ports.read32(news)).isEqualTo(1);
    machine.controller.add("a");
    assertThat(ports.read32(news)).isZero();
    ports.write32(BASE, 1);
    assertThat(ports.read32(news)).isEqualTo(1);
    ports.write32(FLAGS, 2);
    assertThat(ports.read32(news)).isEqualTo(2);
    machine.controller.delete("b");
    assertThat(ports.read32(news)).isEqualTo(1);
    ports.write32(BASE, -1);
    assertThat(ports.read32(news)).isEqualTo(2);
    ports.write32(news, 0);
    assertThat(machine.controller.guestFaults()).containsEntry(GuestFault.WRONG_DIRECTION, 1L);
    TestMachine none = TestMachine.of(HotplugInterfaces.QEMU, HotplugSettings.defaults());
    assertThat(none.ports.read32(news)).isEqualTo(-1);
  }

  @Test
  void resetClearsSelectorAndFlags() {
    machine.controller.add("a");
    ports.write32(BASE, 1);
    machine.controller.reset(ResetMode.KEEP);
    assertThat(ports.read32(FLAGS)).isEqualTo(1);
  }

  @Test
  void theBlockCanLieInMemoryToo() {
    DeviceRegion block = ((QemuHotplugDevice) machine.device).block();
    machine.memory.change(change -> change.add(0xfe00_0000L, block));
    machine.controller.add("a");
    assertThat(machine.memory.read32(0xfe00_0014L)).isEqualTo(3);
  }

  private void ost(int source, int status) {
    ports.write32(BASE + 4, source);
    ports.write32(BASE + 8, status);
  }
}
