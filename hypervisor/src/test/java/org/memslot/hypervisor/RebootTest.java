package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** What becomes of slots when the machine is reset, with both interfaces and in both ways. */
class RebootTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final long SIZE = 128 * ByteSize.MIB;

  /** At a place that the guest, which tries its pages when it gets them, leaves alone. */
  private static final long MARK = 0x1234;

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final List<PcBoard> boards = new ArrayList<>();

  static Stream<Arguments> ways() {
    return HotplugInterfaces.STANDARD.stream()
        .flatMap(kind -> Arrays.stream(ResetMode.values()).map(mode -> Arguments.of(kind, mode)));
  }

  private PcBoard board(HotplugInterface kind, ResetMode mode, String memory, String... slots) {
    PcBoard board =
        new PcBoard(
            MachineConfig.builder(ByteSize.parse(memory))
                .slots(Stream.of(slots).map(SlotOptions::parse).toList())
                .hotplug(kind)
                .reboot(mode)
                .build(),
            Host.system());
    boards.add(board);
    board.addEventListener(event -> events.add(event.line()));
    return board;
  }

  private static OspmGuest start(PcBoard board) throws InterruptedException {
    OspmGuest guest = new OspmGuest(board, new VirtualClock());
    board.attach(guest);
    board.powerOn();
    idle(board);
    return guest;
  }

  @AfterEach
  void close() {
    boards.forEach(PcBoard::close);
  }

  private static void idle(PcBoard board) throws InterruptedException {
    assertThat(board.awaitIdle(LIMIT)).isTrue();
  }

  private static SlotState state(PcBoard board, String slot) {
    return board.slots().slot(slot).orElseThrow().state();
  }

  private static long start(PcBoard board, String slot) {
    return board.slots().slot(slot).orElseThrow().range().orElseThrow().first();
  }

  private static void add(PcBoard board, String slot) throws InterruptedException {
    board.slots().add(slot);
    idle(board);
    assertThat(state(board, slot)).as(slot).isEqualTo(SlotState.ONLINE);
  }

  private static void delete(PcBoard board, OspmGuest guest, String slot)
      throws InterruptedException {
    board.slots().delete(slot);
    idle(board);
    assertThat(state(board, slot)).as(slot).isEqualTo(SlotState.EMPTY);
    assertThat(guest.use(start(board, slot))).as("the guest has %s", slot).isFalse();
    assertThat(board.memory().read32(start(board, slot))).isEqualTo(-1);
  }

  private void reset(PcBoard board) throws InterruptedException {
    board.requestReset();
    idle(board);
    assertThat(events).contains("guest reset");
  }

  /** The slots are neighbours, so that an e820 map may show them as one range. */
  @ParameterizedTest
  @MethodSource("ways")
  void memoryStaysOrGoesAndCanBeRemovedAfterTheReset(HotplugInterface kind, ResetMode mode)
      throws Exception {
    PcBoard board = board(kind, mode, "64M", "id=a,size=128M", "id=b,size=128M");
    OspmGuest guest = start(board);
    for (String slot : List.of("a", "b")) {
      add(board, slot);
      board.memory().write64(start(board, slot) + MARK, slot.charAt(0));
    }
    reset(board);

    if (mode == ResetMode.FORGET) {
      for (String slot : List.of("a", "b")) {
        assertThat(state(board, slot)).isEqualTo(SlotState.EMPTY);
        assertThat(guest.use(start(board, slot))).isFalse();
        assertThat(events).contains("memslot " + slot + " deleted");
        add(board, slot);
      }
    } else {
      for (String slot : List.of("a", "b")) {
        assertThat(state(board, slot)).isIn(SlotState.POPULATED, SlotState.ONLINE);
        assertThat(board.memory().read64(start(board, slot) + MARK)).isEqualTo(slot.charAt(0));
      }
    }
    assertThat(guest.use(start(board, "a"))).isTrue();
    assertThat(guest.release(start(board, "a"))).isTrue();
    delete(board, guest, "a");
    assertThat(guest.use(start(board, "b"))).isTrue();
    guest.release(start(board, "b"));
    add(board, "a");
    for (String slot : List.of("b", "a")) {
      delete(board, guest, slot);
    }
  }

  /** What the guest had not answered is settled by its end. */
  @ParameterizedTest
  @MethodSource("ways")
  void aRemovalThatIsPendingIsCompletedAndTold(HotplugInterface kind, ResetMode mode)
      throws Exception {
    PcBoard board = board(kind, mode, "64M", "id=a,size=128M", "id=b,size=128M");
    board.attach(new RecordingGuest());
    board.powerOn();
    board.slots().add("a");
    board.slots().add("b");
    board.ports().read64(0xaf20);
    board.slots().delete("a");
    assertThat(state(board, "a")).isEqualTo(SlotState.EJECT_REQUESTED);
    reset(board);

    assertThat(state(board, "a")).isEqualTo(SlotState.EMPTY);
    assertThat(events)
        .containsSubsequence("memslot a eject-requested", "guest reset", "memslot a deleted");
    assertThat(state(board, "b"))
        .isEqualTo(mode == ResetMode.KEEP ? SlotState.POPULATED : SlotState.EMPTY);
  }

  /** Memory from the start above 4 GiB is a slot's too, and comes back with --reboot forget. */
  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void bootMemoryInSlotsAbove4GGoesAndComes(HotplugInterface kind) throws Exception {
    PcBoard board = board(kind, ResetMode.FORGET, "64M", "id=high,size=128M,populated=on");
    OspmGuest guest = start(board);

    long start = start(board, "high");
    assertThat(start).isEqualTo(4 * ByteSize.GIB);
    for (int turn = 0; turn < 2; turn++) {
      assertThat(guest.use(start)).isTrue();
      board.slots().delete("high");
      idle(board);
      assertThat(events.getLast()).isEqualTo("memslot high eject-refused: 0x82 device busy");
      assertThat(guest.release(start)).isTrue();
      delete(board, guest, "high");
      add(board, "high");
      reset(board);
      assertThat(state(board, "high")).isIn(SlotState.POPULATED, SlotState.ONLINE);
    }
  }

  /** Memory from the start below 4 GiB, after boot memory or right beside it, is a slot's too. */
  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void bootMemoryInSlotsBelow4GGoesAndComes(HotplugInterface kind) throws Exception {
    PcBoard board =
        board(
            kind,
            ResetMode.KEEP,
            "128M",
            "id=next,size=128M,start=128M,populated=on",
            "id=far,size=128M,start=512M,populated=on",
            "id=hot,size=128M");
    OspmGuest guest = start(board);

    board
        .firmware()
        .orElseThrow()
        .tables()
        .forEach(table -> assertThat(table.address()).as(table.name()).isLessThan(SIZE));
    assertThat(board.slots().slot("hot").orElseThrow().range().orElseThrow())
        .isEqualTo(AddressRange.of(4 * ByteSize.GIB, SIZE));
    for (String slot : List.of("next", "far")) {
      long start = start(board, slot);
      assertThat(guest.use(start)).as(slot).isTrue();
      board.slots().delete(slot);
      idle(board);
      assertThat(events.getLast())
          .isEqualTo("memslot %s eject-refused: 0x82 device busy".formatted(slot));
      assertThat(guest.release(start)).isTrue();
      delete(board, guest, slot);
    }
    reset(board);
    assertThat(state(board, "next")).isEqualTo(SlotState.EMPTY);
    add(board, "next");
    reset(board);
    assertThat(guest.use(start(board, "next"))).as("after a reset").isTrue();
    guest.release(start(board, "next"));
    delete(board, guest, "next");
  }
}
