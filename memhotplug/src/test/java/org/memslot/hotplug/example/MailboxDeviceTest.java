package org.memslot.hotplug.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;

/** An interface from elsewhere gets the whole life of a slot from the controller. */
class MailboxDeviceTest {
  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");

  private MemoryHotplugController controller() {
    return MemoryHotplugController.builder(
            memory, MailboxDevice.INTERFACE, new GpeBlock(new LevelInterruptLine("SCI")))
        .slots(List.of(new SlotPlan.Named("a", AddressRange.of(1L << 32, 1 << 20), 0, false)))
        .build();
  }

  @Test
  void itsRegistersAreSavedAndRestored(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("state");
    MemoryHotplugController saved = controller();
    saved.add("a");
    saved.save(file, Map.of());

    MailboxDeviceTest other = new MailboxDeviceTest();
    MemoryHotplugController restored = other.controller();
    new Devices(List.of(restored.registers())).plug(other.memory, other.ports);
    restored.restore(file, ContentLoading.LAZY);
    assertThat(other.ports.read32(0x900)).isEqualTo(1);
    other.ports.write32(0x904, 0x0100_0000);
    assertThat(restored.slot("a").orElseThrow().state()).isEqualTo(SlotState.ONLINE);
  }

  @Test
  void slotsLiveBehindARegisterInterfaceOfOnesOwn() {
    List<String> lines = new ArrayList<>();
    MemoryHotplugController controller = controller();
    controller.addListener(event -> lines.add(event.line()));
    new Devices(List.of(controller.registers())).plug(memory, ports);

    controller.add("a");
    assertThat(ports.read32(0x900)).isEqualTo(1);
    ports.write32(0x904, 0x0100_0000);
    controller.delete("a");
    assertThat(ports.read32(0x900)).isEqualTo(1);
    ports.write32(0x904, 0x0200_0000);
    controller.delete("a");
    ports.write32(0x904, 0);

    assertThat(lines)
        .containsExactly(
            "memslot a populated",
            "memslot a online",
            "memslot a eject-requested",
            "memslot a eject-refused: 0x1 non-specific failure",
            "memslot a eject-requested",
            "memslot a deleted");
  }
}
