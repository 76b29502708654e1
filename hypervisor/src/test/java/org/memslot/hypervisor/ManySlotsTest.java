package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** What the embedded guest does with more slots than QEMU allows: the same as with fewer. */
class ManySlotsTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void the257thAndThe4096thSlotComeAndGo() throws Exception {
    List<SlotOptions> slots =
        IntStream.range(0, 4096)
            .mapToObj(slot -> SlotOptions.of("s" + slot, 128 * ByteSize.MIB))
            .toList();
    MachineConfig config =
        MachineConfig.builder(ByteSize.parse("64M"))
            .slots(slots)
            .hotplug(HotplugInterfaces.QEMU)
            .build();
    try (PcBoard board = new PcBoard(config, Host.system())) {
      OspmGuest guest = new OspmGuest(board, new VirtualClock());
      board.attach(guest);
      board.powerOn();
      for (int slot : new int[] {256, 4095}) {
        String id = "s" + slot;
        board.slots().add(id);
        assertThat(board.awaitIdle(LIMIT)).isTrue();
        assertThat(board.slots().slot(id).orElseThrow().state()).isEqualTo(SlotState.ONLINE);
      }
      assertThat(guest.describe())
          .anyMatch(line -> line.contains("\\_SB_.MHPC.M100: online, 0x900000000-0x907ffffff"))
          .anyMatch(line -> line.contains("\\_SB_.MHPC.MFFF: online, 0x80f8000000-0x80ffffffff"));
      for (int slot : new int[] {4095, 256}) {
        String id = "s" + slot;
        board.slots().delete(id);
        assertThat(board.awaitIdle(LIMIT)).isTrue();
        assertThat(board.slots().slot(id).orElseThrow().state()).isEqualTo(SlotState.EMPTY);
      }
    }
  }
}
