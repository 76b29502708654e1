package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.machine.AddressRange;
import org.memslot.machine.FlatRange;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;

/**
 * Random commands, pins, resets and guests against a model that knows only what an operator may
 * expect, with invariants after every step.
 */
class SlotModelTest {
  private static final int SLOTS = 6;
  private static final int STEPS = 4_000;
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

  /** Events of one slot in order, a letter each, as far as a run can go. */
  private static final Pattern LIFE =
      Pattern.compile(
          "(P[OA]*(R[SOAW]*[XC][OAV]*|E?F[OA]*)*(R[SOAW]*)?E?D)*"
              + "(P[OA]*(R[SOAW]*[XC][OAV]*|E?F[OA]*)*(R[SOAW]*)?E?)?");

  private final TestMachine machine =
      new TestMachine(HotplugKind.MEMSLOT, HotplugSettings.defaults(), plans());
  private final AmlGuest guest = new AmlGuest(machine.ports, SLOTS);
  private final Map<String, StringBuilder> lives = new HashMap<>();
  private final List<AmlGuest.Notification> inbox = new ArrayList<>();
  private final List<Pin> pins = new ArrayList<>();

  private static List<SlotPlan> plans() {
    List<SlotPlan> plans = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      AddressRange range = AddressRange.of((1L << 32) + i * SIZE, SIZE);
      plans.add(new SlotPlan.Named("s" + i, range, 0, i == 0));
    }
    return plans;
  }

  @ParameterizedTest
  @EnumSource(Manner.class)
  void everyRequestHasOneOutcomeAndMemoryFollowsTheStates(Manner manner) {
    Random random = Seeds.random("SlotModelTest " + manner);
    machine.controller.addListener(this::note);
    machine.controller.populateAtStart();
    boot();
    for (int step = 0; step < STEPS; step++) {
      Map<String, SlotState> before = states();
      String action = act(random, manner);
      checkInvariants("%s, step %d: %s".formatted(manner, step, action));
      checkPinned(before);
    }
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

  private String act(Random random, Manner manner) {
    String id = "s" + random.nextInt(SLOTS);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> machine.controller.add(id).message();
      case 3, 4, 5 -> machine.controller.delete(id).message();
      case 6 -> random.nextInt(4) == 0 ? machine.controller.cancel(id).message() : "nothing";
      case 7 -> pinOrUnpin(random);
      case 8 -> random.nextInt(20) == 0 ? reset(random) : checkAnswers();
      default -> guestActs(random, manner);
    };
  }

  private String checkAnswers() {
    machine.controller.checkAnswers();
    return "check answers";
  }

  private String reset(Random random) {
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
    machine.ports.write16(TestMachine.GPE_PORT + 2, 8);
  }

  private String pinOrUnpin(Random random) {
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
    return machine.state(ram.name().substring("memslot ".length())) == SlotState.EJECTING;
  }

  private String guestActs(Random random, Manner manner) {
    return switch (manner) {
      case HONEST -> {
        inbox.addAll(machine.sci.isAsserted() ? guest.handleGpe() : List.of());
        answer(random);
        yield "honest guest";
      }
      case LAZY -> {
        if (random.nextInt(3) == 0) {
          inbox.addAll(guest.handleGpe());
        } else if (random.nextInt(3) == 0) {
          answer(random);
        }
        yield "lazy guest";
      }
      case HOSTILE -> {
        int port = 0xaf20 + random.nextInt(0x90);
        machine.ports.write(port, 1 << random.nextInt(3), random.nextLong());
        guest.handleGpe();
        yield "write to port %x".formatted(port);
      }
    };
  }

  private void answer(Random random) {
    while (!inbox.isEmpty()) {
      AmlGuest.Notification next = inbox.removeFirst();
      int slot = next.slot();
      if (next.code() == AmlGuest.DEVICE_CHECK) {
        if (random.nextInt(5) == 0) {
          guest.addFailed(slot, 1);
        } else {
          guest.addSucceeded(slot);
        }
      } else if (random.nextInt(3) == 0) {
        guest.removalRefused(slot, 0x82);
      } else {
        guest.eject(slot);
      }
    }
  }

  private void answerAll() {
    for (AmlGuest.Notification next : inbox) {
      if (next.code() == AmlGuest.DEVICE_CHECK) {
        guest.addSucceeded(next.slot());
      } else {
        guest.eject(next.slot());
      }
    }
    inbox.clear();
  }

  private void note(SlotEvent event) {
    if (event instanceof SlotEvent.OfSlot slot) {
      lives.computeIfAbsent(slot.id(), _ -> new StringBuilder()).append(letter(slot));
    }
  }

  private static char letter(SlotEvent.OfSlot event) {
    return switch (event) {
      case SlotEvent.Populated _ -> 'P';
      case SlotEvent.Online _ -> 'O';
      case SlotEvent.AddRefused _ -> 'A';
      case SlotEvent.EjectRequested _ -> 'R';
      case SlotEvent.EjectStarted _ -> 'S';
      case SlotEvent.EjectRefused _ -> 'X';
      case SlotEvent.EjectOverdue _ -> 'W';
      case SlotEvent.EjectCancelled _ -> 'C';
      case SlotEvent.EjectCrossed _ -> 'V';
      case SlotEvent.Ejecting _ -> 'E';
      case SlotEvent.EjectFailed _ -> 'F';
      case SlotEvent.Deleted _ -> 'D';
    };
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
      StringBuilder life = lives.getOrDefault(slot.id(), new StringBuilder());
      assertThat(LIFE.matcher(life).matches())
          .as("life of %s: %s, %s", slot.id(), life, when)
          .isTrue();
      assertThat(life.indexOf("P") >= 0 && !life.toString().endsWith("D"))
          .as("memory of %s after %s, %s", slot.id(), life, when)
          .isEqualTo(slot.state().hasMemory());
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
      String id = pin.region().name().substring("memslot ".length());
      assertThat(machine.state(id)).as("%s, before: %s", id, before).isNotEqualTo(SlotState.EMPTY);
    }
  }
}
