package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** The embedded guest on a board: both sides of every step agree. */
class OspmGuestTest {
  private static final long SLOT = 0x1_0000_0000L;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final PcBoard board =
      new PcBoard(
          MachineConfig.of(
              ByteSize.parse("64M"),
              SlotOptions.parse("id=hot1,size=128M"),
              SlotOptions.parse("id=cold,size=128M,populated=on")),
          Host.system());
  private final OspmGuest guest = new OspmGuest(board, new VirtualClock());
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void powerOn() throws Exception {
    board.addEventListener(event -> events.add(event.line()));
    board.attach(guest);
    board.powerOn();
    idle();
  }

  @AfterEach
  void close() {
    board.close();
  }

  private void idle() throws InterruptedException {
    assertThat(board.awaitIdle(LIMIT)).isTrue();
  }

  private SlotState state(String slot) {
    return board.slots().slot(slot).orElseThrow().state();
  }

  @Test
  void memoryThatIsThereFromTheStartIsInUseFromTheStart() {
    assertThat(guest.describe().getFirst()).startsWith("embedded guest: running");
    assertThat(state("cold")).isIn(SlotState.POPULATED, SlotState.ONLINE);
    assertThat(guest.use(SLOT + (128 << 20))).isTrue();
    assertThat(guest.use(SLOT)).isFalse();
  }

  @Test
  void memoryThatIsAddedComesOnlineAndMemoryThatIsRemovedIsGone() throws Exception {
    board.slots().add("hot1");
    idle();
    assertThat(state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(guest.use(SLOT)).isTrue();
    assertThat(guest.release(SLOT)).isTrue();

    board.slots().delete("hot1");
    idle();
    assertThat(state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(board.memory().read32(SLOT)).isEqualTo(-1);
    assertThat(events)
        .containsSubsequence(
            "memslot hot1 populated",
            "memslot hot1 online",
            "memslot hot1 eject-requested",
            "memslot hot1 deleted");
  }

  @Test
  void memoryInUseIsRefusedUntilItIsReleased() throws Exception {
    board.slots().add("hot1");
    idle();
    assertThat(guest.use(SLOT)).isTrue();

    board.slots().delete("hot1");
    idle();
    assertThat(state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(events.getLast()).startsWith("memslot hot1 eject-refused: 0x82");

    guest.release(SLOT);
    board.slots().delete("hot1");
    idle();
    assertThat(state("hot1")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void whatTheGuestHeldIsForgottenByAReset() throws Exception {
    board.slots().add("hot1");
    idle();
    assertThat(guest.use(SLOT)).isTrue();

    board.requestReset();
    idle();

    assertThat(guest.release(SLOT)).isFalse();
    board.slots().delete("hot1");
    idle();
    assertThat(state("hot1")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void thePowerButtonTurnsTheMachineOff() throws Exception {
    assertThat(board.pressPowerButton()).isTrue();

    board.off().get(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    assertThat(events).containsExactly("guest shutdown");
    assertThat(guest.describe()).containsExactly("embedded guest: off");
  }

  @Test
  void resetsInTheMiddleOfEverythingLeaveAGuestThatRuns() throws Exception {
    for (int i = 0; i < 20; i++) {
      board.slots().add("hot1");
      board.requestReset();
      board.slots().delete("hot1");
    }
    idle();
    board.requestReset();
    idle();

    assertThat(guest.describe().getFirst()).startsWith("embedded guest: running");
    if (state("hot1") == SlotState.EMPTY) {
      board.slots().add("hot1");
      idle();
    }
    assertThat(guest.use(SLOT)).isTrue();
  }
}
