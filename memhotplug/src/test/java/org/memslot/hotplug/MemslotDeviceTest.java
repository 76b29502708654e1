package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.testing.Seeds;

class MemslotDeviceTest {
  private static final long BLOCK = 64 * ByteSize.KIB;

  /** A machine with so many small slots. */
  private static TestMachine machine(int slots) {
    List<SlotPlan> plans = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      AddressRange range = AddressRange.of((1L << 32) + i * BLOCK, BLOCK);
      plans.add(new SlotPlan.Named("s" + i, range, 0, false));
    }
    return new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), plans);
  }

  @Test
  void theStatusBitmapHasABitForEachOfTheSlots() {
    TestMachine machine = machine(255);
    for (int slot = 0; slot < 255; slot += 3) {
      machine.controller.add("s" + slot);
    }
    for (int port = 0; port < 32; port++) {
      int expected = 0;
      for (int bit = 0; bit < 8; bit++) {
        int slot = 8 * port + bit;
        expected |= slot < 255 && slot % 3 == 0 ? 1 << bit : 0;
      }
      assertThat(machine.ports.read8(TestMachine.STATUS + port)).isEqualTo(expected);
    }
    assertThat(machine.ports.read32(TestMachine.STATUS)).isEqualTo(0x49249249);
    assertThat(machine.ports.read16(TestMachine.STATUS + 1)).isEqualTo(0x2492);
  }

  @Test
  void oneEjectWriteEjectsEverySlotWhoseBitIsSet() {
    TestMachine machine = machine(40);
    for (int slot = 0; slot < 40; slot++) {
      machine.controller.add("s" + slot);
      machine.bit(slot);
      machine.controller.delete("s" + slot);
    }
    machine.ports.write32(TestMachine.EJECT + 1, 0x8000_0001);
    for (int slot = 0; slot < 40; slot++) {
      boolean ejected = slot == 8 || slot == 39;
      assertThat(machine.state("s" + slot))
          .isEqualTo(ejected ? SlotState.EMPTY : SlotState.EJECT_REQUESTED);
    }
  }

  @Test
  void theLastSlotCanBeUsed() {
    TestMachine machine = machine(255);
    machine.controller.add("s254");
    machine.bit(254);
    machine.report(TestMachine.ADD_SUCCEEDED, 254);
    assertThat(machine.state("s254")).isEqualTo(SlotState.ONLINE);
    machine.controller.delete("s254");
    machine.refuseRemoval(254, 0x83);
    assertThat(machine.lines().getLast())
        .isEqualTo(
            "memslot s254 eject-refused: 0x83 ejection dependency is busy or not supported for"
                + " ejection");
    machine.controller.delete("s254");
    machine.eject(254);
    assertThat(machine.state("s254")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void writeOnlyRegistersReadAsZeroSoThatUpdatingABitEjectsNothingElse() {
    TestMachine machine = machine(8);
    for (int slot = 0; slot < 8; slot++) {
      machine.controller.add("s" + slot);
      machine.bit(slot);
      machine.controller.delete("s" + slot);
    }
    machine.ports.write8(TestMachine.EJECT, machine.ports.read8(TestMachine.EJECT) | 2);
    assertThat(machine.controller.slots())
        .filteredOn(slot -> slot.state() == SlotState.EMPTY)
        .extracting(MemorySlot::id)
        .containsExactly("s1");
    assertThat(machine.ports.read8(TestMachine.REMOVE_FAILED)).isZero();
    assertThat(machine.ports.read32(TestMachine.STATUS_CODE)).isZero();
  }

  @Test
  void theStatusCodeCanBeWrittenByteByByte() {
    TestMachine machine = machine(1);
    machine.controller.add("s0");
    machine.bit(0);
    machine.controller.delete("s0");
    byte[] code = {(byte) 0x78, 0x56, 0x34, 0x12};
    for (int i = 0; i < 4; i++) {
      machine.ports.write8(TestMachine.STATUS_CODE + i, code[i]);
    }
    machine.report(TestMachine.REMOVE_FAILED, 0);
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot s0 eject-refused: 0x12345678 unknown status");
  }

  @Test
  void resetForgetsAStatusCodeThatNoReportTook() {
    TestMachine machine = machine(1);
    machine.ports.write32(TestMachine.STATUS_CODE, 0x82);
    machine.controller.reset(ResetMode.KEEP);
    machine.controller.add("s0");
    machine.bit(0);
    machine.controller.delete("s0");
    machine.report(TestMachine.REMOVE_FAILED, 0);
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot s0 eject-refused: 0x1 non-specific failure");
  }

  @Test
  void portsBetweenTheRegistersAnswerNothing() {
    TestMachine machine = machine(1);
    for (long port : new long[] {0xaf1f, 0xaf60, 0xafa0, 0xafa4, 0xafa7, 0xafaf}) {
      assertThat(machine.ports.read8(port)).isEqualTo(0xff);
    }
  }

  /** Slots that nobody asked for keep their memory whatever a guest writes. */
  @Test
  void aGuestHammeringTheRegistersMovesNothingButCounters() {
    Random random = Seeds.random("MemslotDeviceTest");
    TestMachine machine = machine(20);
    for (int slot = 0; slot < 10; slot++) {
      machine.controller.add("s" + slot);
      machine.report(TestMachine.ADD_SUCCEEDED, slot);
      machine.memory.write64(machine.start("s" + slot), slot);
    }
    List<MemorySlot> before = machine.controller.slots();
    int events = machine.events.size();
    for (int step = 0; step < 200_000; step++) {
      long port = 0xaf00L + random.nextInt(0x100);
      int width = 1 << random.nextInt(3);
      if (random.nextInt(4) == 0) {
        machine.ports.read(port, width);
      } else {
        machine.ports.write(port, width, random.nextLong());
      }
    }
    assertThat(machine.controller.slots())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("statistics.unrequestedEjects")
        .isEqualTo(before);
    // One for each slot with memory, however often it was ejected.
    assertThat(machine.events.subList(events, machine.events.size()))
        .hasSize(10)
        .allMatch(SlotEvent.EjectUnrequested.class::isInstance);
    for (int slot = 0; slot < 10; slot++) {
      assertThat(machine.memory.read64(machine.start("s" + slot))).isEqualTo(slot);
    }
    assertThat(machine.controller.guestFaults().values()).allMatch(count -> count > 0);
  }

  /** A machine whose guest has been asked for slots 1 and 3 and has not answered. */
  private static TestMachine silent(AmlGuest guest, TestMachine machine) {
    for (int slot = 0; slot < 4; slot++) {
      machine.controller.add("s" + slot);
    }
    guest.handleGpe();
    machine.controller.delete("s3");
    machine.controller.delete("s1");
    assertThat(guest.handleGpe()).containsExactly(asked(1), asked(3));
    assertThat(guest.handleGpe()).isEmpty();
    return machine;
  }

  private static SlotGuest.Notification asked(int slot) {
    return new SlotGuest.Notification(slot, SlotGuest.EJECT_REQUEST);
  }

  @Test
  void aSilentGuestIsToldOfARequestThatIsMadeAgain() {
    TestMachine machine = machine(255);
    AmlGuest guest = new AmlGuest(machine.ports, 255);
    silent(guest, machine);
    machine.controller.delete("s3");
    assertThat(machine.takeInterrupt()).isTrue();
    assertThat(guest.scan()).containsExactly(asked(3));
    assertThat(guest.scan()).isEmpty();
    machine.controller.delete("s1");
    machine.controller.delete("s3");
    machine.controller.delete("s3");
    assertThat(guest.handleGpe()).containsExactly(asked(1), asked(3));
    machine.eject(3);
    assertThat(machine.state("s3")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.controller.guestFaults().values()).containsOnly(0L);
  }

  /** A guest with a queue of its own has two requests then, and may answer them differently. */
  @Test
  void aGuestThatWasAskedTwiceMayRefuseAndThenEject() {
    TestMachine machine = machine(4);
    AmlGuest guest = new AmlGuest(machine.ports, 4);
    silent(guest, machine);
    machine.controller.delete("s1");
    assertThat(guest.handleGpe()).containsExactly(asked(1));
    guest.removalRefused(1, 0x82);
    guest.eject(1);
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot s1 eject-crossed: the request had been refused; offered again");
    assertThat(machine.state("s1")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.takeInterrupt()).isTrue();
    assertThat(guest.scan()).containsExactly(new SlotGuest.Notification(1, SlotGuest.DEVICE_CHECK));
    guest.eject(1);
    assertThat(machine.controller.guestFaults()).containsEntry(GuestFault.UNREQUESTED_EJECT, 1L);
  }

  /** Its bit tells of the first, and whoever reads both is told once. */
  @Test
  void aFirstRequestIsNoneThatIsMadeAgain() {
    TestMachine machine = machine(4);
    machine.controller.add("s1");
    new AmlGuest(machine.ports, 4).handleGpe();
    machine.controller.delete("s1");
    assertThat(machine.ports.read16(TestMachine.ASK_AGAIN)).isZero();
    machine.controller.delete("s1");
    assertThat(machine.ports.read16(TestMachine.ASK_AGAIN)).isEqualTo(2);
  }

  @Test
  void whatIsOverIsNotAskedAgain() {
    TestMachine machine = machine(4);
    AmlGuest guest = new AmlGuest(machine.ports, 4);
    silent(guest, machine);
    machine.controller.delete("s1");
    machine.controller.delete("s3");
    machine.controller.cancel("s1");
    machine.eject(3);
    assertThat(machine.ports.read16(TestMachine.ASK_AGAIN)).isZero();
    machine.controller.delete("s0");
    machine.refuseRemoval(0, 0x82);
    assertThat(machine.ports.read16(TestMachine.ASK_AGAIN)).isZero();
    machine.controller.delete("s2");
    machine.controller.reset(ResetMode.KEEP);
    assertThat(machine.ports.read16(TestMachine.ASK_AGAIN)).isZero();
  }

  /**
   * A guest whose request was cancelled has its record at 0, and no bit changes for it any more.
   */
  @Test
  void aSlotWhoseRequestWasCancelledIsAskedForAgain() {
    TestMachine machine = machine(4);
    AmlGuest guest = new AmlGuest(machine.ports, 4);
    silent(guest, machine);
    machine.controller.cancel("s1");
    machine.controller.delete("s1");
    assertThat(guest.handleGpe()).containsExactly(asked(1));
  }

  /** It is told once, because nothing in the series' registers differs from its record. */
  @Test
  void theAmlOfTheSeriesIsToldOnce() {
    TestMachine machine = machine(4);
    AmlGuest guest = AmlGuest.ofTheSeries(machine.ports, 4);
    silent(guest, machine);
    machine.controller.delete("s3");
    assertThat(guest.handleGpe()).isEmpty();
    machine.eject(3);
    assertThat(machine.state("s3")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void theGuestSaysThatItHasBegun() {
    TestMachine machine = machine(4);
    silent(new AmlGuest(machine.ports, 4), machine);
    machine.report(TestMachine.REMOVE_STARTED, 3);
    assertThat(machine.lines().getLast()).isEqualTo("memslot s3 eject-in-progress");
    machine.report(TestMachine.REMOVE_STARTED, 3);
    machine.report(TestMachine.REMOVE_STARTED, 0);
    machine.report(TestMachine.REMOVE_STARTED, 200);
    assertThat(machine.ports.read8(TestMachine.REMOVE_STARTED)).isZero();
    machine.ports.write16(TestMachine.ASK_AGAIN, 0);
    assertThat(machine.lines().getLast()).isEqualTo("memslot s3 eject-in-progress");
    assertThat(machine.controller.guestFaults())
        .containsEntry(GuestFault.UNEXPECTED_REPORT, 3L)
        .containsEntry(GuestFault.UNKNOWN_SLOT, 1L)
        .containsEntry(GuestFault.WRONG_DIRECTION, 1L);
  }
}
