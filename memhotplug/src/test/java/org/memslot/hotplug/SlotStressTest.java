package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.FlatRange;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RegionUnavailableException;
import org.memslot.testing.Seeds;

/**
 * Eight threads read and write through the bus while an operator adds and deletes slots and a guest
 * answers.
 *
 * <p>Every thread has a lane of its own in every slot and writes values that name the slot, the
 * lane and a count. So a write that reached freed memory, which is soon another slot's, shows as a
 * foreign value there; a write that was lost while a pin held the memory on the bus shows as a
 * value that did not come back.
 */
class SlotStressTest {
  private static final int SLOTS = 64;
  private static final int THREADS = 8;
  private static final int DELETIONS = Integer.getInteger("deletions", 4_000);
  private static final long SIZE = 64 * ByteSize.KIB;
  private static final long BASE = 1L << 32;
  private static final int ROUNDS = 50;
  private static final long PAUSE = 100_000;
  private static final long ABSENT = -1L;
  private static final long FRESH = 0;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger deletions = new AtomicInteger();
  private final AtomicLong pinnedChecks = new AtomicLong();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final TestMachine machine =
      new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), plans());
  private final AmlGuest guest = new AmlGuest(machine.ports, SLOTS);

  private static List<SlotPlan> plans() {
    List<SlotPlan> plans = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      plans.add(
          new SlotPlan.Named("s" + slot, AddressRange.of(BASE + slot * SIZE, SIZE), 0, false));
    }
    return plans;
  }

  @Test
  @Timeout(120)
  void noWriteIsLostAndNoFreedMemoryIsTouched() throws InterruptedException {
    long seed = Seeds.random("SlotStressTest").nextLong();
    RamRegion surviving = RamRegion.create("surviving", THREADS * SIZE);
    machine.memory.change(change -> change.add(0, surviving));
    machine.controller.addListener(
        event -> {
          if (event instanceof SlotEvent.Deleted) {
            deletions.incrementAndGet();
          }
        });
    List<Thread> threads = new ArrayList<>();
    for (int lane = 0; lane < THREADS; lane++) {
      Worker worker = new Worker(lane, new Random(seed + lane));
      threads.add(start("worker " + lane, worker::run));
    }
    threads.add(start("guest", () -> answer(new Random(seed + 100))));
    operate(new Random(seed + 200));
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(deletions.get()).isGreaterThanOrEqualTo(DELETIONS);
    assertThat(pinnedChecks.get()).isPositive();
    guest.handleGpe();
    for (MemorySlot slot : machine.controller.slots()) {
      assertThat(slot.state()).isIn(SlotState.EMPTY, SlotState.POPULATED, SlotState.ONLINE);
      boolean offered = slot.state().isOffered();
      assertThat(guest.bit(slot.index())).isEqualTo(offered);
      assertThat(guest.isEnabled(slot.index())).isEqualTo(offered);
      long value = machine.memory.read64(BASE + slot.index() * SIZE);
      assertThat(value == ABSENT).isEqualTo(!offered);
    }
    assertThat(machine.memories).hasSizeGreaterThanOrEqualTo(DELETIONS);
    long alive = machine.memories.stream().filter(memory -> memory.scope().isAlive()).count();
    long populated =
        machine.controller.slots().stream().filter(slot -> slot.state().hasMemory()).count();
    assertThat(alive).isEqualTo(populated);
  }

  private Thread start(String name, Runnable task) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                task.run();
              } catch (RuntimeException | Error e) {
                failures.add(e);
                stop.set(true);
              }
            });
  }

  /** The operator: adds what is empty, asks for the rest back, and asks again while it waits. */
  private void operate(Random random) {
    while (deletions.get() < DELETIONS && !stop.get()) {
      for (int i = 0; i < SLOTS; i++) {
        String id = "s" + random.nextInt(SLOTS);
        if (random.nextBoolean()) {
          machine.controller.add(id);
        } else {
          machine.controller.delete(id);
        }
      }
      LockSupport.parkNanos(1);
    }
  }

  /** The guest: answers until the operator has stopped and nothing is left to answer. */
  private void answer(Random random) {
    boolean done = false;
    while (!done && failures.isEmpty()) {
      done = stop.get() && isSettled();
      for (SlotGuest.Notification notification : guest.handleGpe()) {
        int slot = notification.slot();
        if (notification.code() == SlotGuest.DEVICE_CHECK) {
          guest.addSucceeded(slot);
        } else if (random.nextInt(4) == 0) {
          guest.removalRefused(slot, 0x82);
        } else {
          guest.eject(slot);
        }
      }
      LockSupport.parkNanos(1);
    }
  }

  private boolean isSettled() {
    return machine.controller.slots().stream()
        .map(MemorySlot::state)
        .noneMatch(state -> state == SlotState.EJECT_REQUESTED || state == SlotState.EJECTING);
  }

  /** One user of memory. */
  private final class Worker {
    private final int lane;
    private final Random random;
    private final AddressSpace memory = machine.memory;
    private final long[] mirror = new long[(int) (SIZE / 8)];
    private long count;

    Worker(int lane, Random random) {
      this.lane = lane;
      this.random = random;
    }

    void run() {
      while (!stop.get()) {
        for (int i = 0; i < ROUNDS; i++) {
          surviving();
          int slot = random.nextInt(SLOTS);
          if (random.nextInt(8) == 0) {
            pinned(slot);
          } else {
            loose(slot);
          }
        }
        // Leaves the two who make slots come and go their share of a small machine.
        LockSupport.parkNanos(PAUSE);
      }
      for (int word = 0; word < mirror.length; word++) {
        same(mirror[word], memory.read64(lane * SIZE + 8L * word), "surviving memory");
      }
    }

    /** Memory that stays must keep every write, whatever happens beside it. */
    private void surviving() {
      int word = random.nextInt(mirror.length);
      long address = lane * SIZE + 8L * word;
      same(mirror[word], memory.read64(address), "surviving memory");
      mirror[word] = ++count;
      memory.write64(address, count);
    }

    /** Without a pin a slot may go at any time: its own value, nothing yet, or ones. */
    private void loose(int slot) {
      long address = address(slot);
      long value = memory.read64(address);
      if (value != ABSENT && value != FRESH && value >>> 32 != tag(slot)) {
        throw new AssertionError("slot %d holds the foreign value %x".formatted(slot, value));
      }
      memory.write64(address, next(slot));
    }

    /** With a pin the memory stays on the bus and keeps what was written. */
    private void pinned(int slot) {
      long address = address(slot);
      Optional<Pin> pin = pin(address);
      if (pin.isEmpty()) {
        return;
      }
      try (Pin held = pin.get()) {
        for (int i = 0; i < 8; i++) {
          long value = next(slot);
          memory.write64(address, value);
          Thread.onSpinWait();
          same(value, memory.read64(address), held.info().holder());
        }
        pinnedChecks.incrementAndGet();
      }
    }

    private Optional<Pin> pin(long address) {
      for (FlatRange range : memory.view().ranges()) {
        if (range.range().contains(address) && range.region() instanceof RamRegion ram) {
          try {
            return Optional.of(ram.pin("lane " + lane));
          } catch (RegionUnavailableException e) {
            return Optional.empty();
          }
        }
      }
      return Optional.empty();
    }

    private long address(int slot) {
      return BASE
          + slot * SIZE
          + 8L * (THREADS * random.nextInt((int) (SIZE / 8 / THREADS)) + lane);
    }

    private long next(int slot) {
      return (tag(slot) << 32) | (++count & 0xffff_ffffL);
    }

    private long tag(int slot) {
      return 0x100 + slot * 16L + lane;
    }

    private void same(long expected, long actual, String where) {
      if (expected != actual) {
        throw new AssertionError("%s: wrote %x, read %x".formatted(where, expected, actual));
      }
    }
  }
}
