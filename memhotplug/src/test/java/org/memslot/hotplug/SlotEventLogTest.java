package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;

/** The log of the last events. */
class SlotEventLogTest {
  @Test
  void theLogKeepsTheLastEvents() {
    TestMachine small =
        TestMachine.of(
            HotplugInterfaces.MEMSLOT,
            HotplugSettings.defaults().withEventLogLength(2),
            "id=a,size=128M");
    small.controller.add("a");
    small.report(TestMachine.ADD_SUCCEEDED, 0);
    small.controller.delete("a");
    assertThat(small.controller.recentEvents())
        .extracting(SlotEvent::line)
        .containsExactly("memslot a online", "memslot a eject-requested");
  }
}
