package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.ByteList;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.machine.FlatRange;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Seeds;

/**
 * Random commands, pins, resets, saves with restores, and guests against a model that knows only
 * what an operator may expect, with invariants after every step.
 */
class SlotModelTest {
  private static final int SLOTS = 6;
  private static final int STEPS = Integer.getInteger("model.steps", 4_000);
  private static final long BASE = 1L << 32;
  private static final long SIZE = 64 * ByteSize.KIB;

  /** How the guest of a run answers. */
  enum Manner {
    /** At once and truthfully, now and then refusing. */
    HONEST,
    /** Sometimes, and late. */
    LAZY,
    /** Anything at any register at any time. */
    HOSTILE
  }

  @TempDir Path directory;

  private final SlotListener note = this::note;
  private final SlotLives lives = new SlotLives();
  private final Map<String, Long> contents = new TreeMap<>();
  private final List<SlotGuest.Notification> inbox = new ArrayList<>();
  private final List<Pin> pins = new ArrayList<>();

  /** What the guest uses: it does not say of memory that it has that it cannot have it. */
  private final Set<Integer> used = new TreeSet<>();

  private HotplugInterface kind = HotplugInterfaces.MEMSLOT;
  private Random random = new Random(0);
  private TestMachine machine = machine();
  private SlotGuest guest = SlotGuest.of(kind, machine.ports, SLOTS);
  private int saves;

  private TestMachine machine() {
    List<SlotPlan> plans = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      plans.add(new SlotPlan.Named("s" + i, AddressRange.of(BASE + i * SIZE, SIZE), 0, i == 0));
    }
    return new TestMachine(kind, HotplugSettings.defaults(), plans);
  }

  static Stream<Arguments> runs() {
    return HotplugInterfaces.STANDARD.stream()
        .flatMap(kind -> Arrays.stream(Manner.values()).map(manner -> Arguments.of(kind, manner)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyRequestHasOneOutcomeAndMemoryFollowsTheStates(HotplugInterface ofKind, Manner manner)
      throws Exception {
    kind = ofKind;
    random = Seeds.random("SlotModelTest " + kind + " " + manner);
    machine = machine();
    guest = SlotGuest.of(kind, machine.ports, SLOTS);
    machine.controller.addListener(note);
    machine.controller.populateAtStart();
    boot();
    for (int step = 0; step < STEPS; step++) {
      Map<String, SlotState> before = states();
      String action = act(manner);
      checkInvariants("%s, step %d: %s".formatted(manner, step, action));
      checkPinned(before);
    }
    assertThat(saves).as("restores").isPositive();
    pins.forEach(Pin::close);
    pins.clear();
    for (int round = 0; round < 3; round++) {
      inbox.addAll(guest.handleGpe());
      answerAll();
    }
    checkInvariants("the end");
    for (MemorySlot slot : machine.controller.slots()) {
      if (manner != Manner.HOSTILE) {
        assertThat(slot.state()).isNotEqualTo(SlotState.EJECT_REQUESTED);
      }
      assertThat(slot.state()).isNotEqualTo(SlotState.EJECTING);
    }
  }

  private String act(Manner manner) throws Exception {
    String id = "s" + random.nextInt(SLOTS);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> machine.controller.add(id).message();
      case 3, 4, 5 -> machine.controller.delete(id).message();
      case 6 -> random.nextInt(4) == 0 ? machine.controller.cancel(id).message() : look();
      case 7 -> pinOrUnpin();
      case 8 -> rarely();
      default -> guestActs(manner);
    };
  }

  private String rarely() throws Exception {
    return switch (random.nextInt(20)) {
      case 0 -> reset();
      case 1 -> saveAndRestore();
      default -> {
        machine.controller.checkAnswers();
        yield "check answers";
      }
    };
  }

  private String reset() {
    ResetMode mode = random.nextBoolean() ? ResetMode.KEEP : ResetMode.FORGET;
    machine.controller.reset(mode);
    inbox.clear();
    boot();
    return "reset " + mode;
  }

  /** Firmware lists the populated ranges in e820 and writes MEON; the guest enables the event. */
  private void boot() {
    List<AddressRange> listed = machine.controller.populatedRanges();
    boolean[] meon = new boolean[SLOTS];
    for (MemorySlot slot : machine.controller.slots()) {
      meon[slot.index()] = listed.contains(slot.range().orElseThrow());
    }
    guest.boot(meon);
    used.clear();
    machine.controller.slots().stream()
        .filter(slot -> slot.state().isOffered())
        .forEach(slot -> used.add(slot.index()));
    machine.ports.write16(TestMachine.GPE_PORT + 2, 8);
  }

  /**
   * The process ends and another one goes on where it was: the same guest, slots, registers, events
   * and contents; only the holders on the host are gone, and with them the memory that was leaving.
   */
  private String saveAndRestore() throws IOException, StateFileException {
    Path file = directory.resolve("state");
    String step = Integer.toString(++saves);
    machine.controller.save(file, Map.of("step", ByteList.ascii(step)));
    Map<String, SlotState> expected = states();
    expected.replaceAll((_, state) -> state == SlotState.EJECTING ? SlotState.EMPTY : state);
    boolean asserted = machine.sci.isAsserted();
    long enabled = machine.gpe.enabled();
    machine.controller.removeListener(note);
    pins.forEach(Pin::close);
    pins.clear();

    machine = machine();
    machine.controller.addListener(note);
    ContentLoading loading = saves % 2 == 0 ? ContentLoading.EAGER : ContentLoading.LAZY;
    assertThat(machine.controller.restore(file, loading))
        .isEqualTo(Map.of("step", ByteList.ascii(step)));
    checkPages();
    guest.moveTo(machine.ports);
    assertThat(states()).isEqualTo(expected);
    assertThat(machine.sci.isAsserted()).isEqualTo(asserted);
    assertThat(machine.gpe.enabled()).isEqualTo(enabled);
    return "save and restore";
  }

  /** The guest looks for news by itself; then what its registers say is how the slots are. */
  private String look() {
    inbox.addAll(guest.scan());
    for (MemorySlot slot : machine.controller.slots()) {
      boolean shown =
          slot.state().isOffered()
              || (kind.equals(HotplugInterfaces.QEMU) && slot.state() == SlotState.EJECT_REQUESTED);
      assertThat(guest.isEnabled(slot.index())).as("%s", slot).isEqualTo(shown);
    }
    return "look";
  }

  private String pinOrUnpin() {
    if (!pins.isEmpty() && random.nextBoolean()) {
      pins.remove(random.nextInt(pins.size())).close();
      return "unpin";
    }
    List<RamRegion> regions = onBus();
    for (RamRegion ram : regions) {
      if (random.nextInt(regions.size()) == 0 && !isLeaving(ram)) {
        pins.add(ram.pin("model"));
        return "pin " + ram.name();
      }
    }
    return "nothing";
  }

  private boolean isLeaving(RamRegion ram) {
    return machine.state(id(ram)) == SlotState.EJECTING;
  }

  private static String id(RamRegion ram) {
    return ram.name().substring("memslot ".length());
  }

  private String guestActs(Manner manner) {
    Map<String, SlotState> before = states();
    String action =
        switch (manner) {
          case HONEST -> {
            inbox.addAll(machine.sci.isAsserted() ? guest.handleGpe() : List.of());
            answer();
            yield "honest guest";
          }
          case LAZY -> {
            if (random.nextInt(3) == 0) {
              inbox.addAll(guest.handleGpe());
            } else if (random.nextInt(3) == 0) {
              answer();
            }
            yield "lazy guest";
          }
          case HOSTILE -> hostile();
        };
    states().forEach((id, after) -> checkGuestMay(before.getOrDefault(id, after), after, id));
    return action;
  }

  private String hostile() {
    int port =
        kind.equals(HotplugInterfaces.MEMSLOT)
            ? 0xaf20 + random.nextInt(0x90)
            : 0xa00 + random.nextInt(0x18);
    int width = 1 << random.nextInt(3);
    long value = random.nextBoolean() ? random.nextInt(16) : random.nextLong();
    machine.ports.write(port, width, value);
    if (random.nextInt(8) == 0) {
      machine.ports.write8(TestMachine.GPE_PORT + random.nextInt(4), random.nextInt(256));
    }
    guest.handleGpe();
    return "write to port %x".formatted(port);
  }

  /** A guest makes no memory come, and none go that it was not asked for. */
  private static void checkGuestMay(SlotState before, SlotState after, String id) {
    boolean gone = after == SlotState.EMPTY || after == SlotState.EJECTING;
    if (gone || !before.hasMemory()) {
      assertThat(after == before || before == SlotState.EJECT_REQUESTED)
          .as("the guest made %s, which was %s, %s", id, before, after)
          .isTrue();
    }
  }

  private void answer() {
    while (!inbox.isEmpty()) {
      SlotGuest.Notification next = inbox.removeFirst();
      int slot = next.slot();
      if (next.code() == SlotGuest.DEVICE_CHECK) {
        if (!used.contains(slot) && random.nextInt(5) == 0) {
          guest.addFailed(slot, 1);
        } else {
          used.add(slot);
          guest.addSucceeded(slot);
        }
      } else if (random.nextInt(3) == 0) {
        guest.removalRefused(slot, 0x82);
      } else {
        used.remove(slot);
        guest.eject(slot);
      }
    }
  }

  private void answerAll() {
    for (SlotGuest.Notification next : inbox) {
      if (next.code() == SlotGuest.DEVICE_CHECK) {
        guest.addSucceeded(next.slot());
      } else {
        guest.eject(next.slot());
      }
    }
    inbox.clear();
  }

  /** Also puts something into new memory, to be found there as long as it stays. */
  private void note(SlotEvent event) {
    lives.note(event);
    if (event instanceof SlotEvent.Populated(_, String id, AddressRange range, _)) {
      long value = random.nextLong();
      fill(range, value);
      contents.put(id, value);
    } else if (event instanceof SlotEvent.Deleted deleted) {
      contents.put(deleted.id(), -1L);
    }
  }

  /** Every page, so that a file has enough of it to be mapped. */
  private void fill(AddressRange range, long value) {
    for (long at = 0; at < SIZE; at += 0x1000) {
      assertThat(machine.memory.read64(range.first() + at)).as("new memory").isZero();
      machine.memory.write64(range.first() + at, value);
    }
  }

  private void checkPages() {
    for (MemorySlot slot : machine.controller.slots()) {
      long expected = contents.getOrDefault(slot.id(), -1L);
      for (long at = 0; at < SIZE; at += 0x1000) {
        assertThat(machine.memory.read64(slot.range().orElseThrow().first() + at))
            .as("contents of %s at 0x%x", slot.id(), at)
            .isEqualTo(expected);
      }
    }
  }

  private Map<String, SlotState> states() {
    return machine.controller.slots().stream()
        .collect(Collectors.toMap(MemorySlot::id, MemorySlot::state));
  }

  private List<RamRegion> onBus() {
    List<RamRegion> regions = new ArrayList<>();
    for (FlatRange range : machine.memory.view().ranges()) {
      if (range.region() instanceof RamRegion ram) {
        regions.add(ram);
      }
    }
    return regions;
  }

  private void checkInvariants(String when) {
    List<MemorySlot> slots = machine.controller.slots();
    Set<String> present = new TreeSet<>();
    onBus().forEach(ram -> present.add(ram.name()));
    Set<String> expected = new TreeSet<>();
    slots.stream()
        .filter(slot -> slot.state().hasMemory())
        .forEach(slot -> expected.add("memslot " + slot.id()));
    assertThat(present).as("memory on the bus, %s", when).isEqualTo(expected);
    for (MemorySlot slot : slots) {
      lives.check(slot, when);
      assertThat(machine.memory.read64(slot.range().orElseThrow().first()))
          .as("contents of %s, %s", slot.id(), when)
          .isEqualTo(contents.getOrDefault(slot.id(), -1L));
      assertThat(slot.holders().isEmpty())
          .as("holders of %s, %s", slot.id(), when)
          .isEqualTo(slot.state() != SlotState.EJECTING);
    }
    for (Pin pin : pins) {
      assertThat(onBus()).as("pinned, %s", when).contains(pin.region());
      assertThat(pin.memory().scope().isAlive()).isTrue();
    }
    assertThat(machine.sci.isAsserted())
        .isEqualTo((machine.gpe.status() & machine.gpe.enabled()) != 0);
  }

  /** Nothing becomes empty in one step while somebody holds it. */
  private void checkPinned(Map<String, SlotState> before) {
    for (Pin pin : pins) {
      String id = id(pin.region());
      assertThat(machine.state(id)).as("%s, before: %s", id, before).isNotEqualTo(SlotState.EMPTY);
    }
  }
}
