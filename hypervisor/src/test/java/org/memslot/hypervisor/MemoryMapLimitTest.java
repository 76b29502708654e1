package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.CommandResult;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.ByteSize;

/** What a guest could not be told of at a reset is refused when it is added. */
class MemoryMapLimitTest {
  /** Takes five ranges of RAM. */
  private static final class NarrowGuest extends RecordingGuest {
    @Override
    public MemoryMapLimit memoryMapLimit() {
      return new MemoryMapLimit(8, 3, "a narrow loader");
    }
  }

  private static MachineConfig config(HotplugInterface kind, int step, String... more) {
    List<SlotOptions> slots =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    SlotOptions.parse(
                        "id=s%d,size=128M,start=%dM%s"
                            .formatted(i, 4096 + step * i, String.join("", more))))
            .toList();
    return MachineConfig.builder(ByteSize.parse("64M")).slots(slots).hotplug(kind).build();
  }

  private static int added(PcBoard board) {
    int added = 0;
    while (added < 6 && board.slots().add("s" + added) instanceof CommandResult.Started) {
      added++;
    }
    return added;
  }

  @Test
  void slotsThatDoNotTouchAreRefusedWhereTheMapEnds() throws Exception {
    try (PcBoard board = new PcBoard(config(HotplugInterfaces.MEMSLOT, 256), Host.system())) {
      board.attach(new NarrowGuest());
      board.powerOn();
      assertThat(added(board)).isEqualTo(4);
      assertThat(board.slots().add("s4"))
          .isInstanceOfSatisfying(
              CommandResult.Refused.class,
              refused ->
                  assertThat(refused.message())
                      .isEqualTo(
                          "memslot s4 add: the memory map at the next reset would have 9 entries"
                              + " and a narrow loader has room for 8; fill slots that touch each"
                              + " other, or use fewer and larger ones; the slot stays empty"));
      assertThat(board.slots().slot("s4").orElseThrow().state()).isEqualTo(SlotState.EMPTY);

      board.requestReset();
      assertThat(board.awaitIdle(Duration.ofMinutes(1))).isTrue();
      assertThat(board.off()).isNotDone();
      board.slots().delete("s0");
      assertThat(board.slots().add("s4")).isInstanceOf(CommandResult.Started.class);
    }
  }

  @Test
  void slotsThatTouchAreOneEntry() {
    try (PcBoard board = new PcBoard(config(HotplugInterfaces.MEMSLOT, 128), Host.system())) {
      board.attach(new NarrowGuest());
      assertThat(added(board)).isEqualTo(6);
    }
  }

  @Test
  void slotsThatTheMapDoesNotListAreNotLimited() {
    try (PcBoard board = new PcBoard(config(HotplugInterfaces.QEMU, 256), Host.system())) {
      board.attach(new NarrowGuest());
      assertThat(added(board)).isEqualTo(6);
    }
  }

  @Test
  void memoryFromTheStartIsJudgedAlike() {
    MachineConfig full = config(HotplugInterfaces.MEMSLOT, 256, ",populated=on");
    try (PcBoard board = new PcBoard(full, Host.system())) {
      assertThatThrownBy(() -> board.attach(new NarrowGuest()))
          .isInstanceOf(BoardException.class)
          .hasMessageContaining("would have 10 entries and a narrow loader has room for 8");
    }
  }
}
