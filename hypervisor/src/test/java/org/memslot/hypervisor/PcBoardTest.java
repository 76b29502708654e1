package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.machine.ByteSize;
import org.memslot.machine.RamRegion;

class PcBoardTest {
  private static final int PM1_STATUS = 0x600;
  private static final int PM1_ENABLE = 0x602;
  private static final int PM1_CONTROL = 0x604;
  private static final int PM_TIMER = 0x608;
  private static final int RESET = 0xcf9;
  private static final int POWER_BUTTON = 0x100;
  private static final long SLOT = 0x1_0000_0000L;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final List<PcBoard> boards = new ArrayList<>();

  private PcBoard board(String memory, ResetMode reboot, String... slots) {
    List<SlotOptions> options = List.of(slots).stream().map(SlotOptions::parse).toList();
    PcBoard board =
        new PcBoard(
            MachineConfig.builder(ByteSize.parse(memory)).slots(options).reboot(reboot).build(),
            new Host(InstantSource.system(), nanos::get, RamRegion::create));
    board.addEventListener(event -> events.add(event.line()));
    boards.add(board);
    return board;
  }

  @AfterEach
  void close() {
    boards.forEach(PcBoard::close);
  }

  @Test
  void ramLiesBelow3GAndFrom4GAndNothingAnswersBetween() {
    PcBoard board = board("4G", ResetMode.KEEP);

    board.memory().write64(0xbfff_fff8L, 0x1122_3344_5566_7788L);
    board.memory().write8(0x1_3fff_ffffL, 0x5a);

    assertThat(board.memory().read64(0xbfff_fff8L)).isEqualTo(0x1122_3344_5566_7788L);
    assertThat(board.memory().read8(0x1_3fff_ffffL)).isEqualTo(0x5a);
    assertThat(board.memory().read32(0xc000_0000L)).isEqualTo(-1);
    assertThat(board.memory().read32(0x1_4000_0000L)).isEqualTo(-1);
  }

  @Test
  void theFirmwareRunsBeforeTheGuestStarts() {
    PcBoard board = board("64M", ResetMode.KEEP);
    RecordingGuest guest =
        new RecordingGuest(() -> board.firmware().isPresent() ? "after firmware" : "before");
    board.attach(guest);

    board.powerOn();

    assertThat(guest.calls()).containsExactly("start after firmware");
    assertThat(board.firmware().orElseThrow().memory().ramBytes()).isEqualTo(64 * ByteSize.MIB);
  }

  @Test
  void aSecondGuestIsRefused() {
    PcBoard board = board("64M", ResetMode.KEEP);
    board.attach(new RecordingGuest());

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> board.attach(new RecordingGuest()));
  }

  @Test
  void thePowerButtonInterruptsAGuestThatEnabledIt() {
    PcBoard board = board("64M", ResetMode.KEEP);
    board.ports().write16(PM1_ENABLE, POWER_BUTTON);

    assertThat(board.pressPowerButton()).isTrue();

    assertThat(board.sci().isAsserted()).isTrue();
    assertThat(board.ports().read16(PM1_STATUS)).isEqualTo(POWER_BUTTON);
    board.ports().write16(PM1_STATUS, POWER_BUTTON);
    assertThat(board.ports().read16(PM1_STATUS)).isZero();
    assertThat(board.sci().isAsserted()).isFalse();
  }

  @Test
  void thePowerButtonOfAGuestThatDoesNotListenIsNotedAndDoesNotInterrupt() {
    PcBoard board = board("64M", ResetMode.KEEP);

    assertThat(board.pressPowerButton()).isFalse();

    assertThat(board.sci().isAsserted()).isFalse();
    assertThat(board.ports().read16(PM1_STATUS)).isEqualTo(POWER_BUTTON);
  }

  @Test
  void theInterruptStaysWhileEitherTheButtonOrASlotAsksForIt() {
    PcBoard board = board("64M", ResetMode.KEEP, "id=hot1,size=128M");
    board.ports().write16(PM1_ENABLE, POWER_BUTTON);
    board.ports().write16(0xafe2, 8);
    board.pressPowerButton();
    board.slots().add("hot1");

    board.ports().write16(PM1_STATUS, POWER_BUTTON);
    assertThat(board.sci().isAsserted()).isTrue();

    board.ports().write16(0xafe0, 8);
    assertThat(board.sci().isAsserted()).isFalse();
  }

  @Test
  void pm1ControlHasNoLegacyModeAndKeepsTheSleepType() {
    PcBoard board = board("64M", ResetMode.KEEP);

    assertThat(board.ports().read16(PM1_CONTROL)).isEqualTo(1);
    board.ports().write16(PM1_CONTROL, 5 << 10);
    assertThat(board.ports().read16(PM1_CONTROL)).isEqualTo((5 << 10) | 1);
  }

  @Test
  void softOffStopsTheGuestAndSaysSo() throws Exception {
    PcBoard board = board("64M", ResetMode.KEEP);
    RecordingGuest guest = new RecordingGuest();
    board.attach(guest);
    board.powerOn();

    board.ports().write16(PM1_CONTROL, 1 << 13);

    board.off().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(guest.calls()).containsExactly("start", "stop");
    assertThat(events).containsExactly("guest shutdown");
  }

  @Test
  void anotherSleepTypeThanSoftOffDoesNothing() throws Exception {
    PcBoard board = board("64M", ResetMode.KEEP);
    board.powerOn();

    board.ports().write16(PM1_CONTROL, (1 << 13) | (3 << 10));

    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(board.off()).isNotDone();
  }

  @Test
  void thePmTimerCountsAtItsRateAndWrapsAt24Bits() {
    PcBoard board = board("64M", ResetMode.KEEP);
    assertThat(board.ports().read32(PM_TIMER)).isZero();

    nanos.set(TimeUnit.SECONDS.toNanos(2));
    assertThat(board.ports().read32(PM_TIMER)).isEqualTo(2 * 3_579_545);

    nanos.set(TimeUnit.SECONDS.toNanos(1200));
    assertThat(board.ports().read32(PM_TIMER)).isEqualTo((int) (1200L * 3_579_545L % (1 << 24)));
  }

  @Test
  void theResetPortStopsTheGuestRunsTheFirmwareAndStartsItAgain() throws Exception {
    PcBoard board = board("64M", ResetMode.KEEP);
    RecordingGuest guest = new RecordingGuest();
    board.attach(guest);
    board.powerOn();
    board.ports().write16(PM1_ENABLE, POWER_BUTTON);

    board.ports().write8(RESET, 6);

    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(guest.calls()).containsExactly("start", "stop", "start");
    assertThat(board.ports().read16(PM1_ENABLE)).isZero();
    assertThat(events).containsExactly("guest reset");
  }

  @Test
  void aWriteToTheResetPortWithoutBit2IsOnlyRemembered() throws Exception {
    PcBoard board = board("64M", ResetMode.KEEP);
    board.powerOn();

    board.ports().write8(RESET, 2);

    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(board.ports().read8(RESET)).isEqualTo(2);
    assertThat(events).isEmpty();
  }

  @Test
  void keptSlotsHaveTheirMemoryAfterAResetAndTheFirmwareListsIt() throws Exception {
    PcBoard board = board("64M", ResetMode.KEEP, "id=hot1,size=128M");
    board.powerOn();
    board.slots().add("hot1");
    board.memory().write32(SLOT, 0x1234);

    board.requestReset();

    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(board.memory().read32(SLOT)).isEqualTo(0x1234);
    assertThat(board.firmware().orElseThrow().memory().ramBytes()).isEqualTo(192 * ByteSize.MIB);
  }

  @Test
  void forgottenSlotsAreEmptyAfterAReset() throws Exception {
    PcBoard board =
        board("64M", ResetMode.FORGET, "id=hot1,size=128M", "id=cold,size=128M,populated=on");
    board.powerOn();
    board.slots().add("hot1");

    board.requestReset();

    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(board.memory().read32(SLOT)).isEqualTo(-1);
    assertThat(board.firmware().orElseThrow().memory().ramBytes()).isEqualTo(192 * ByteSize.MIB);
  }

  @Test
  void aHostWithoutMemoryIsSaidSoAndWhatWasTakenIsGivenBack() {
    List<RamRegion> given = new ArrayList<>();
    Host host =
        new Host(
            InstantSource.system(),
            nanos::get,
            (name, size) -> {
              if (!given.isEmpty()) {
                throw new OutOfMemoryError("no more");
              }
              RamRegion ram = RamRegion.create(name, size);
              given.add(ram);
              return ram;
            });

    assertThatExceptionOfType(BoardException.class)
        .isThrownBy(() -> new PcBoard(MachineConfig.of(ByteSize.parse("4G")), host))
        .withMessage(
            "the host has no 1G of boot memory to give: no more; give the machine less boot"
                + " memory");
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> given.getFirst().pin("test"));
  }

  /** A guest in a loop can ask more often than a board can do it. */
  @Test
  void resetsAskedForBeforeTheGuestHasStoppedAreOneReset() throws Exception {
    PcBoard board = board("64M", ResetMode.KEEP);
    CountDownLatch stopping = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    RecordingGuest guest =
        new RecordingGuest() {
          @Override
          public void stop() {
            super.stop();
            stopping.countDown();
            try {
              asked.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    board.attach(guest);
    board.powerOn();

    board.ports().write8(RESET, 6);
    stopping.await();
    for (int i = 0; i < 1000; i++) {
      board.ports().write8(RESET, 6);
    }
    asked.countDown();
    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(guest.calls()).containsExactly("start", "stop", "start");

    board.ports().write8(RESET, 6);
    assertThat(board.awaitIdle(LIMIT)).isTrue();
    assertThat(guest.calls()).containsExactly("start", "stop", "start", "stop", "start");
  }
}
