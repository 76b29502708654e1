package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** Requests that meet the guest at awkward moments have one outcome each. */
class HotRequestsTest {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  private PcBoard board(HotplugInterface kind, boolean unrequestedEject) {
    MachineConfig config =
        MachineConfig.builder(ByteSize.parse("64M"))
            .slots(List.of(SlotOptions.parse("id=a,size=128M")))
            .hotplug(kind)
            .unrequestedEject(unrequestedEject)
            .build();
    PcBoard board = new PcBoard(config, Host.system());
    board.addEventListener(event -> events.add(event.line()));
    board.attach(new OspmGuest(board, new VirtualClock()));
    board.powerOn();
    return board;
  }

  private static void idle(PcBoard board) throws InterruptedException {
    assertThat(board.awaitIdle(Duration.ofMinutes(1))).isTrue();
  }

  private static SlotState state(PcBoard board) {
    return board.slots().slot("a").orElseThrow().state();
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void aDeletionRightAfterAnAdditionHasOneOutcome(HotplugInterface kind) throws Exception {
    try (PcBoard board = board(kind, false)) {
      idle(board);
      for (int i = 0; i < 20; i++) {
        events.clear();
        board.slots().add("a");
        Thread.sleep(i % 4);
        board.slots().delete("a");
        idle(board);
        assertThat(events)
            .filteredOn(event -> event.endsWith(" deleted") || event.contains(" eject-refused"))
            .hasSize(1);
        if (state(board) != SlotState.EMPTY) {
          board.slots().delete("a");
          idle(board);
        }
        assertThat(state(board)).isEqualTo(SlotState.EMPTY);
      }
    }
  }

  private static void eject(PcBoard board, HotplugInterface kind) {
    if (kind.equals(HotplugInterfaces.MEMSLOT)) {
      board.ports().write8(0xaf40, 1);
    } else {
      board.ports().write32(0xa00, 0);
      board.ports().write8(0xa14, 8);
    }
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void anEjectThatNobodyAskedForIsToldAndRefused(HotplugInterface kind) throws Exception {
    try (PcBoard board = board(kind, false)) {
      board.slots().add("a");
      idle(board);
      eject(board, kind);
      idle(board);
      assertThat(events)
          .contains(
              "memslot a eject-unrequested: nobody had asked for it; refused, the slot keeps its"
                  + " memory");
      assertThat(state(board)).isEqualTo(SlotState.ONLINE);
      board.slots().delete("a");
      idle(board);
      assertThat(state(board)).isEqualTo(SlotState.EMPTY);
    }
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void anEjectThatNobodyAskedForIsCarriedOutWhereThatIsAllowed(HotplugInterface kind)
      throws Exception {
    try (PcBoard board = board(kind, true)) {
      board.slots().add("a");
      idle(board);
      eject(board, kind);
      idle(board);
      assertThat(events)
          .containsSubsequence(
              "memslot a eject-unrequested: nobody had asked for it; carried out",
              "memslot a deleted");
      assertThat(state(board)).isEqualTo(SlotState.EMPTY);
    }
  }
}
