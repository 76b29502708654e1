package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RegionUnavailableException;
import org.memslot.testing.Seeds;

/**
 * A guest that reads and writes the hotplug registers and the GPE block at random, in every width,
 * across their edges too.
 */
class HostileGuestTest {
  private static final int ACCESSES = Integer.getInteger("hostile.accesses", 100_000);
  private static final int SLOTS = 8;
  private static final int THREADS = 2;
  private static final int COMMANDS = 2_000;
  private static final long BASE = 1L << 32;
  private static final long SIZE = 64 * ByteSize.KIB;
  private static final int BOOT = 4096;

  private static TestMachine machine(HotplugInterface kind, HotplugSettings settings) {
    List<SlotPlan> plans = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      plans.add(new SlotPlan.Named("s" + i, AddressRange.of(BASE + i * SIZE, SIZE), 0, false));
    }
    return new TestMachine(kind, settings, plans);
  }

  /** One access, anywhere that the guest may hope for an effect. */
  private static void access(AddressSpace ports, HotplugInterface kind, Random random) {
    int port = port(kind, random);
    int width = 1 << random.nextInt(4);
    if (random.nextInt(3) == 0) {
      ports.read(port, width);
      return;
    }
    ports.write(port, width, value(random));
  }

  private static int port(HotplugInterface kind, Random random) {
    if (random.nextInt(8) == 0) {
      return (int) TestMachine.GPE_PORT - 4 + random.nextInt(12);
    }
    return kind.equals(HotplugInterfaces.MEMSLOT)
        ? 0xaf1c + random.nextInt(0x94)
        : 0x9fc + random.nextInt(0x20);
  }

  /** Slots, flags, _OST sources and codes, and what is none of them. */
  private static long value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextLong();
      case 1 -> 0x80 + random.nextInt(6);
      case 2 -> 0x103;
      case 3 -> 1L << random.nextInt(SLOTS);
      default -> random.nextInt(16);
    };
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void onlyWhatWasAskedForChanges(HotplugInterface kind) {
    Random random = Seeds.random("HostileGuestTest " + kind);
    TestMachine machine = machine(kind, HotplugSettings.defaults());
    TestMachine neighbour = machine(kind, HotplugSettings.defaults());
    neighbour.controller.add("s0");
    List<MemorySlot> unharmed = neighbour.controller.slots();
    byte[] program = new byte[BOOT];
    random.nextBytes(program);
    machine.memory.change(change -> change.add(0, RamRegion.create("ram", BOOT)));
    machine.memory.write(0, program, 0, BOOT);
    SlotLives lives = new SlotLives();
    machine.controller.addListener(lives::note);

    int ejected = 0;
    for (int i = 0; i < ACCESSES; i++) {
      if (i % 16 == 0) {
        operate(machine.controller, random);
      }
      List<SlotState> before = states(machine);
      access(machine.ports, kind, random);
      List<SlotState> after = states(machine);
      for (int slot = 0; slot < SLOTS; slot++) {
        ejected += check(before.get(slot), after.get(slot), "s" + slot + ", access " + i);
      }
    }

    assertThat(ejected).as("ejections that were asked for").isPositive();
    machine.controller.slots().forEach(slot -> lives.check(slot, "the end"));
    assertThat(neighbour.controller.slots()).isEqualTo(unharmed);
    byte[] found = new byte[BOOT];
    machine.memory.read(0, found, 0, BOOT);
    assertThat(Arrays.equals(found, program)).as("memory that is no slot's").isTrue();
    assertThat(machine.controller.guestFaults().values()).allMatch(count -> count > 0);
  }

  /** Answers 1 for memory that went. */
  private static int check(SlotState before, SlotState after, String where) {
    boolean may =
        switch (before) {
          case EMPTY -> after == SlotState.EMPTY;
          case POPULATED -> after == SlotState.POPULATED || after == SlotState.ONLINE;
          // Where an ejection crosses a cancellation, the memory stays and is offered anew.
          case ONLINE -> after.isOffered();
          case EJECT_REQUESTED -> after != SlotState.EJECTING;
          case EJECTING -> false;
        };
    assertThat(may).as("%s: from %s to %s", where, before, after).isTrue();
    return before.hasMemory() && !after.hasMemory() ? 1 : 0;
  }

  private static void operate(MemoryHotplugController controller, Random random) {
    String id = "s" + random.nextInt(SLOTS);
    switch (random.nextInt(5)) {
      case 0, 1 -> controller.add(id);
      case 2, 3 -> controller.delete(id);
      default -> controller.cancel(id);
    }
  }

  private static List<SlotState> states(TestMachine machine) {
    return machine.controller.slots().stream().map(MemorySlot::state).toList();
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void memoryThatNobodyAskedForStaysHoweverItIsEjected(HotplugInterface kind) {
    Random random = Seeds.random("HostileGuestTest unrequested " + kind);
    for (boolean allowed : new boolean[] {false, true}) {
      TestMachine machine = machine(kind, HotplugSettings.defaults().withUnrequestedEject(allowed));
      for (int slot = 0; slot < SLOTS; slot++) {
        machine.controller.add("s" + slot);
      }
      for (int i = 0; i < 20_000; i++) {
        access(machine.ports, kind, random);
      }
      long gone = states(machine).stream().filter(state -> !state.hasMemory()).count();
      assertThat(gone > 0).as("%s with unrequestedEject %s", kind, allowed).isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void processorsThatHammerAtOnceBreakNothing(HotplugInterface kind) throws InterruptedException {
    Random random = Seeds.random("HostileGuestTest threads " + kind);
    TestMachine machine = machine(kind, HotplugSettings.defaults());
    SlotLives lives = new SlotLives();
    machine.controller.addListener(lives::note);
    AtomicBoolean stop = new AtomicBoolean();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> processors = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random own = new Random(random.nextLong());
      processors.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
              .start(
                  () -> {
                    while (!stop.get()) {
                      access(machine.ports, kind, own);
                    }
                  }));
    }
    for (int i = 0; i < COMMANDS; i++) {
      operate(machine.controller, random);
      if (i % 64 == 0) {
        holdAWhile(machine, random);
      }
    }
    stop.set(true);
    for (Thread processor : processors) {
      processor.join();
    }

    assertThat(failures).isEmpty();
    long present = machine.memory.view().ranges().size();
    assertThat(states(machine).stream().filter(SlotState::hasMemory).count()).isEqualTo(present);
    assertThat(states(machine)).doesNotContain(SlotState.EJECTING);
    machine.controller.slots().forEach(slot -> lives.check(slot, "the end"));
    assertThat(machine.sci.isAsserted())
        .isEqualTo((machine.gpe.status() & machine.gpe.enabled()) != 0);
  }

  /** Somebody on the host holds memory while the guest may be ejecting it. */
  private static void holdAWhile(TestMachine machine, Random random) {
    for (var range : machine.memory.view().ranges()) {
      if (range.region() instanceof RamRegion ram && random.nextBoolean()) {
        try (Pin pin = ram.pin("host")) {
          assertThat(pin.memory().scope().isAlive()).isTrue();
        } catch (RegionUnavailableException e) {
          // It is leaving.
        }
      }
    }
  }
}
