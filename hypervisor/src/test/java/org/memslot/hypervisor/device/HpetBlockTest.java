package org.memslot.hypervisor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.memslot.bios.device.Devices;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;

/** The registers in the words of the IA-PC HPET specification 1.0a. */
class HpetBlockTest {
  private static final long BASE = 0xfed0_0000L;
  private static final long CONFIGURATION = BASE + 0x10;
  private static final long STATUS = BASE + 0x20;
  private static final long COUNTER = BASE + 0xf0;
  private static final long TIMER = BASE + 0x100;

  private record Task(long at, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
  private final AddressSpace memory = AddressSpace.memory("memory");
  private final List<Boolean> levels = new ArrayList<>();
  private long now = 123_456;
  private long tick;

  private final Devices devices =
      new Devices(List.of(new HpetBlock(() -> now += tick, this::after)));

  HpetBlockTest() {
    devices.plug(memory, AddressSpace.ports("ports"));
    line().addListener(levels::add);
  }

  private Runnable after(long nanos, Runnable work) {
    Task task = new Task(now + nanos, work);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  private LevelInterruptLine line() {
    return Objects.requireNonNull(devices.interrupts().get(20));
  }

  /** Lets time pass, with all that is due in it. */
  private void pass(long nanos) {
    long end = now + nanos;
    while (!tasks.isEmpty() && tasks.peek().at() <= end) {
      Task next = tasks.remove();
      now = next.at();
      next.work().run();
    }
    now = end;
  }

  private void enable() {
    memory.write32(CONFIGURATION, 1);
  }

  @Test
  void capabilitiesSayThreeTimersOf64BitsAndNoLegacyRoute() {
    long id = memory.read64(BASE);
    assertThat(id >> 8 & 0x1f).as("NUM_TIM_CAP, the last timer").isEqualTo(2);
    assertThat(id >> 13 & 1).as("COUNT_SIZE_CAP").isEqualTo(1);
    assertThat(id >> 15 & 1).as("LEG_RT_CAP").isZero();
    assertThat(id >>> 32).as("COUNTER_CLK_PERIOD, femtoseconds").isEqualTo(10_000_000);
    assertThat(memory.read32(BASE + 4)).isEqualTo(10_000_000);
    for (int timer = 0; timer < 3; timer++) {
      long routes = memory.read64(TIMER + 0x20L * timer) >>> 32;
      assertThat(routes).as("Tn_INT_ROUTE_CAP").isEqualTo(1L << (20 + timer));
    }
    assertThat(devices.interrupts()).containsOnlyKeys(20, 21, 22);
  }

  @Test
  void theCounterCountsWhileEnabledAndIsWrittenWhileNot() {
    pass(1000);
    assertThat(memory.read64(COUNTER)).isZero();
    memory.write64(COUNTER, 0xffff_fffeL);
    enable();
    pass(50);
    assertThat(memory.read64(COUNTER)).isEqualTo(0x1_0000_0003L);
    assertThat(memory.read32(COUNTER + 4)).isEqualTo(1);
    memory.write64(COUNTER, 7);
    assertThat(memory.read64(COUNTER)).as("not written while it counts").isEqualTo(0x1_0000_0003L);
    memory.write32(CONFIGURATION, 0);
    pass(1000);
    assertThat(memory.read64(COUNTER)).isEqualTo(0x1_0000_0003L);
    devices.reset();
    assertThat(memory.read64(COUNTER)).isZero();
  }

  @Test
  void anEdgeTriggeredComparatorPulsesOnce() {
    memory.write32(TIMER, 4);
    memory.write64(TIMER + 8, 10_000);
    enable();
    pass(99_990);
    assertThat(levels).isEmpty();
    pass(20);
    assertThat(levels).containsExactly(true, false);
    pass(1_000_000);
    assertThat(levels).hasSize(2);
    assertThat(memory.read32(STATUS)).isZero();
  }

  @Test
  void aLevelTriggeredComparatorWaitsForItsAcknowledgement() {
    memory.write32(TIMER, 4 | 2);
    memory.write64(TIMER + 8, 10_000);
    enable();
    pass(100_000);
    assertThat(line().isAsserted()).isTrue();
    assertThat(memory.read32(STATUS)).isEqualTo(1);
    memory.write32(STATUS, 2);
    assertThat(line().isAsserted()).as("another timer's bit").isTrue();
    memory.write32(STATUS, 1);
    assertThat(line().isAsserted()).isFalse();
  }

  @Test
  void aPeriodicComparatorGoesOnUntilItIsDisabled() {
    memory.write32(TIMER, 4 | 8 | 0x40);
    memory.write64(TIMER + 8, 10_000);
    memory.write64(TIMER + 8, 10_000);
    enable();
    pass(1_000_000);
    assertThat(levels).hasSize(20);
    assertThat(memory.read64(TIMER + 8)).isEqualTo(110_000);
    memory.write32(TIMER, 8);
    pass(1_000_000);
    assertThat(levels).hasSize(20);
  }

  @Test
  void aPeriodOfNothingDoesNotTakeAllTime() {
    memory.write32(TIMER, 4 | 8 | 0x40);
    memory.write64(TIMER + 8, 1);
    memory.write64(TIMER + 8, 0);
    enable();
    pass(1_000_000);
    assertThat(levels).hasSizeLessThan(220);
  }

  @Test
  void aPeriodicComparatorKeepsItsPhaseWhenItsCallIsLate() {
    memory.write32(TIMER, 4 | 8 | 0x40);
    memory.write64(TIMER + 8, 10_000);
    memory.write64(TIMER + 8, 10_000);
    enable();
    now += 350_000;
    tasks.remove().work().run();
    assertThat(levels).as("one interrupt for the matches that have passed").hasSize(2);
    assertThat(memory.read64(TIMER + 8)).isEqualTo(40_000);
    pass(49_990);
    assertThat(levels).hasSize(2);
    pass(20);
    assertThat(levels).hasSize(4);
  }

  @Test
  void aPeriodOf32BitsThatLinuxSetsKeepsItsPhase() {
    memory.write32(TIMER, 4 | 8 | 0x40 | 0x100);
    memory.write32(TIMER + 8, 1_000_000);
    memory.write32(TIMER + 8, 1_000_000);
    enable();
    for (int match = 1; match <= 5; match++) {
      pass(9_999_000);
      assertThat(levels).hasSize(2 * match - 2);
      pass(1_000);
      assertThat(levels).hasSize(2 * match);
    }
  }

  @Test
  void aCallThatIsLateByAlmostAPeriodDoesNotStopTheTimer() {
    memory.write32(TIMER, 4 | 8 | 0x40);
    memory.write64(TIMER + 8, 10_000);
    memory.write64(TIMER + 8, 10_000);
    enable();
    tick = 50; // Time goes on between two reads of the counter.
    now += 199_950;
    tasks.remove().work().run();
    assertThat(tasks).hasSize(1);
    tick = 0;
    pass(200_000);
    assertThat(levels).hasSizeGreaterThan(2);
  }

  @Test
  void aWriteWhileAMatchIsDueDoesNotLoseIt() {
    memory.write32(TIMER, 4 | 8 | 0x40);
    memory.write64(TIMER + 8, 10_000);
    memory.write64(TIMER + 8, 10_000);
    enable();
    now += 100_050;
    memory.write32(TIMER, 4 | 8);
    assertThat(levels).containsExactly(true, false);
    assertThat(tasks).hasSize(1);
    pass(99_940);
    assertThat(levels).hasSize(2);
    pass(20);
    assertThat(levels).hasSize(4);
  }

  @Test
  void aGuestThatWritesComparatorsWithoutEndKeepsOneCallWaiting() {
    memory.write32(TIMER, 4);
    enable();
    for (int i = 0; i < 1000; i++) {
      memory.write64(TIMER + 8, Long.MAX_VALUE - i);
    }
    assertThat(tasks).hasSize(1);
    assertThat(tasks.peek().at()).as("not in the past").isGreaterThan(now + 1_000_000_000L);
    devices.reset();
    assertThat(tasks).isEmpty();
  }

  @Test
  void aCallThatHasBegunBeforeAChangeDoesNothing() {
    memory.write32(TIMER, 4);
    memory.write64(TIMER + 8, 10_000);
    enable();
    Runnable begun = tasks.element().work();
    memory.write32(TIMER, 0);
    begun.run();
    assertThat(levels).isEmpty();
  }

  @Test
  void aComparatorOf32BitsMatchesTheLowHalf() {
    memory.write64(COUNTER, 0x1_ffff_ff00L);
    memory.write32(TIMER, 4 | 0x100);
    memory.write64(TIMER + 8, 0x100);
    enable();
    pass(0x1ff * 10);
    assertThat(levels).isEmpty();
    pass(20);
    assertThat(levels).hasSize(2);
    assertThat(memory.read64(TIMER + 8)).isEqualTo(0x100);
  }

  @Test
  void theRouteIsTheOneThatThereIs() {
    memory.write32(TIMER, 4 | 3 << 9 | 0x40);
    assertThat(memory.read32(TIMER) >> 9 & 0x1f).as("Tn_INT_ROUTE_CNF").isEqualTo(20);
    assertThat(memory.read32(TIMER) & 0x40).as("Tn_VAL_SET_CNF reads 0").isZero();
  }

  @Test
  void whereNoRegisterIsReadsZeroAndWritesVanish() {
    for (long offset = 0; offset < 0x400; offset += 8) {
      memory.write64(BASE + offset, -1);
    }
    assertThat(memory.read64(BASE + 8)).isZero();
    assertThat(memory.read64(TIMER + 0x60)).isZero();
    assertThat(memory.read64(TIMER + 0x10)).as("no FSB route").isZero();
  }
}
