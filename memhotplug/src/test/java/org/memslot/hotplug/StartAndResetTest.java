package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;

/** Slots when the machine starts and when it is reset. */
class StartAndResetTest {
  private static final long GIB = ByteSize.GIB;

  private final TestMachine machine =
      TestMachine.of("id=hot1,size=128M,start=4G", "id=hot2,size=128M,start=5G,node=1");
  private final MemoryHotplugController controller = machine.controller;

  @Test
  void slotsAreThereFromTheStart() {
    TestMachine booted = TestMachine.of("id=a,size=128M,populated=on", "id=b,size=128M");
    assertThat(booted.controller.populateAtStart()).isEmpty();
    assertThat(booted.state("a")).isEqualTo(SlotState.POPULATED);
    assertThat(booted.state("b")).isEqualTo(SlotState.EMPTY);
    assertThat(booted.bit(0)).isTrue();
    assertThat(booted.sci.isAsserted()).isFalse();
    assertThat(booted.controller.populatedRanges())
        .containsExactly(AddressRange.of(4 * GIB, 128 * ByteSize.MIB));
  }

  @Test
  void startingIsAllOrNothing() {
    TestMachine booted =
        TestMachine.of("id=a,size=128M,populated=on", "id=b,size=256M,populated=on");
    booted.allocator =
        (name, size) -> {
          if (size > 128 * ByteSize.MIB) {
            throw new IllegalStateException("no");
          }
          return RamRegion.create(name, size);
        };
    assertThat(booted.controller.populateAtStart())
        .map(SlotRefusal::message)
        .contains("memslot b add: the host has no 256M to give (no); the slot stays empty");
    assertThat(booted.state("a")).isEqualTo(SlotState.EMPTY);
    assertThat(booted.isFreed(0)).isTrue();
  }

  @Test
  void resetKeepsPopulatedSlotsAndTheGuestMustSayOnlineAnew() {
    machine.bringOnline("hot1", 0);
    machine.memory.write64(4 * GIB, 5);
    controller.add("hot2");
    controller.reset(ResetMode.KEEP);

    assertThat(machine.lines()).containsExactly("memslot hot2 populated", "guest reset");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(5);
    assertThat(machine.bit(0)).isTrue();
    assertThat(machine.gpe.status()).isZero();
    assertThat(machine.gpe.enabled()).isZero();
    assertThat(machine.sci.isAsserted()).isFalse();
    assertThat(controller.populatedRanges()).hasSize(2);

    controller.delete("hot1");
    machine.eject(0);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void resetForgetsWhatWasHotAddedIfAsked() {
    TestMachine booted = TestMachine.of("id=a,size=128M,populated=on", "id=b,size=128M");
    booted.controller.populateAtStart();
    booted.controller.add("b");
    booted.controller.reset(ResetMode.FORGET);
    assertThat(booted.state("a")).isEqualTo(SlotState.POPULATED);
    assertThat(booted.state("b")).isEqualTo(SlotState.EMPTY);
    assertThat(booted.lines())
        .containsExactly(
            "memslot a populated", "memslot b populated", "guest reset", "memslot b deleted");
  }

  @Test
  void aRemovalPendingAtResetIsCompleted() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    controller.reset(ResetMode.KEEP);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.lines())
        .containsExactly("memslot hot1 eject-requested", "guest reset", "memslot hot1 deleted");
  }

  @Test
  void pinnedMemoryOutlivesAReset() {
    machine.bringOnline("hot1", 0);
    Pin pin = machine.allocated.getFirst().pin("vhost");
    controller.reset(ResetMode.FORGET);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EJECTING);
    assertThat(machine.bit(0)).isFalse();
    assertThat(controller.populatedRanges()).isEmpty();
    pin.close();
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
  }
}
