package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.interpreter.host.AmlClock;

/** A guest's thread that fails ends the machine, and says why. */
class GuestOutcomeTest {
  /** A clock that is broken in a way that nobody expects of a clock. */
  private static final AmlClock BROKEN =
      new AmlClock() {
        @Override
        public long nanos() {
          throw new AssertionError("no time");
        }

        @Override
        public void sleep(long nanos) {
          throw new AssertionError("no time");
        }
      };

  @Test
  void anErrorOnTheEmbeddedGuestsThreadEndsTheMachineWithItsReason() throws Exception {
    MachineConfig config =
        MachineConfig.of(ByteSize.parse("64M"), SlotOptions.parse("id=hot1,size=128M"));
    try (PcBoard board = new PcBoard(config, Host.system())) {
      OspmGuest guest = new OspmGuest(board, BROKEN);
      board.attach(guest);
      board.powerOn();

      assertThatThrownBy(() -> board.off().get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(BoardException.class)
          .hasMessageContaining("no time");
      assertThat(board.awaitIdle(Duration.ofSeconds(20))).isTrue();
      assertThat(guest.describe()).isEqualTo(List.of("embedded guest: off"));
    }
  }
}
