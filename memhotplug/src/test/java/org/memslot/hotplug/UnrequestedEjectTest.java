package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A guest that ejects memory which nobody asked for is heard, and keeps the memory. */
class UnrequestedEjectTest {
  private final TestMachine machine = TestMachine.of("id=hot1,size=128M", "id=hot2,size=128M");
  private final MemoryHotplugController controller = machine.controller;

  private void online() {
    controller.add("hot1");
    machine.takeInterrupt();
    machine.report(TestMachine.ADD_SUCCEEDED, 0);
  }

  @Test
  void unrequestedEjectsAreCountedAndToldOfOnceInEachState() {
    online();
    for (int i = 0; i < 1000; i++) {
      machine.eject(0);
    }
    String event =
        "memslot hot1 eject-unrequested: nobody had asked for it; refused, the slot keeps its"
            + " memory";
    assertThat(machine.lines()).filteredOn(event::equals).hasSize(1);
    assertThat(unrequested("hot1")).isEqualTo(1000);
    controller.delete("hot1");
    machine.refuseRemoval(0, 0x82);
    machine.eject(0);
    assertThat(machine.lines()).filteredOn(event::equals).hasSize(2);
    assertThat(unrequested("hot1")).isEqualTo(1001);
    assertThat(SlotJson.of(controller.slots())).contains("\"unrequestedEjects\": 1001, ");
    assertThat(unrequested("hot2")).isZero();
  }

  private long unrequested(String slot) {
    return controller.slot(slot).orElseThrow().statistics().unrequestedEjects();
  }

  /** The AML has recorded that the memory is gone and would not hear of the next request. */
  @Test
  void afterAnUnrequestedEjectTheGuestFindsTheMemoryAgainAndCanBeAskedForIt() {
    AmlGuest guest = new AmlGuest(machine.ports, 2);
    controller.add("hot1");
    assertThat(guest.handleGpe())
        .containsExactly(new SlotGuest.Notification(0, SlotGuest.DEVICE_CHECK));
    guest.addSucceeded(0);
    guest.eject(0);
    assertThat(machine.sci.isAsserted()).isTrue();
    assertThat(guest.handleGpe())
        .containsExactly(new SlotGuest.Notification(0, SlotGuest.DEVICE_CHECK));
    controller.delete("hot1");
    assertThat(guest.handleGpe())
        .containsExactly(new SlotGuest.Notification(0, SlotGuest.EJECT_REQUEST));
  }
}
