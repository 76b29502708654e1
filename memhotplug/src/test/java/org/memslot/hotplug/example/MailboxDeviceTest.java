package org.memslot.hotplug.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.HotplugSettings;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.RamRegion;

/** An interface from elsewhere gets the whole life of a slot from the controller. */
class MailboxDeviceTest {
  private static MemoryHotplugController controller(MailboxDevice mailbox) {
    return new MemoryHotplugController(
        AddressSpace.memory("memory"),
        RamRegion::create,
        List.of(new SlotPlan.Named("a", AddressRange.of(1L << 32, 1 << 20), 0, false)),
        mailbox,
        new GpeBlock(new LevelInterruptLine("SCI")),
        HotplugSettings.defaults(),
        InstantSource.system());
  }

  @Test
  void itsRegistersAreSavedAndRestored(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("state");
    MemoryHotplugController saved = controller(new MailboxDevice());
    saved.add("a");
    saved.save(file, Map.of());

    MailboxDevice mailbox = new MailboxDevice();
    AddressSpace ports = AddressSpace.ports("ports");
    mailbox.mapOn(ports);
    MemoryHotplugController restored = controller(mailbox);
    restored.restore(file, ContentLoading.LAZY);
    assertThat(ports.read32(0x900)).isEqualTo(1);
    ports.write32(0x904, 0x0100_0000);
    assertThat(restored.slot("a").orElseThrow().state()).isEqualTo(SlotState.ONLINE);
  }

  @Test
  void slotsLiveBehindARegisterInterfaceOfOnesOwn() {
    AddressSpace ports = AddressSpace.ports("ports");
    MailboxDevice mailbox = new MailboxDevice();
    List<String> lines = new ArrayList<>();
    MemoryHotplugController controller = controller(mailbox);
    controller.addListener(event -> lines.add(event.line()));
    mailbox.mapOn(ports);

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
