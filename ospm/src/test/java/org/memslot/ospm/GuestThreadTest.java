package org.memslot.ospm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.aml.AccessType;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.NameString;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.UpdateRule;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** The guest on a thread of its own. */
@Timeout(120)
class GuestThreadTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final TestMachine machine = new TestMachine();

  private GuestThread start(EmbeddedGuest guest) {
    return GuestThread.start(guest, machine.sci, failure -> fail("the guest failed", failure));
  }

  private EmbeddedGuest guest() {
    machine.installFirmware();
    return new EmbeddedGuest(machine.memory, machine.ports, new VirtualClock());
  }

  @Test
  void answersTheInterruptAndSaysWhenItIsIdle() throws InterruptedException {
    try (GuestThread thread = start(guest())) {
      assertThat(thread.awaitIdle(LIMIT)).isTrue();
      assertThat(thread.guest().state()).isEqualTo(GuestState.RUNNING);
      machine.add(0);
      assertThat(thread.awaitIdle(LIMIT)).isTrue();
      assertThat(thread.guest().events()).anyMatch(GuestEvent.OstEvaluated.class::isInstance);
      assertThat(thread.guest().describe().devices().getFirst().online()).isTrue();
    }
  }

  @Test
  void answersAnInterruptThatCameBeforeTheBoot() throws InterruptedException {
    EmbeddedGuest guest = guest();
    machine.add(0);
    try (GuestThread thread = start(guest)) {
      assertThat(thread.awaitIdle(LIMIT)).isTrue();
      assertThat(guest.describe().devices().getFirst().online()).isTrue();
    }
  }

  @Test
  void closedThreadLeavesAGuestThatIsOffAndCanBeStartedAgain() throws InterruptedException {
    EmbeddedGuest guest = guest();
    GuestThread first = start(guest);
    assertThat(first.awaitIdle(LIMIT)).isTrue();
    first.close();
    assertThat(guest.state()).isEqualTo(GuestState.OFF);
    machine.add(0);
    assertThat(machine.reports).isEmpty();

    try (GuestThread second = start(guest)) {
      assertThat(second.awaitIdle(LIMIT)).isTrue();
      assertThat(guest.describe().devices().getFirst().online()).isTrue();
    }
  }

  @Test
  void closeEndsASleepWithoutAnInterruptionThatADeviceSees() throws InterruptedException {
    machine.definitionBlocks.set(
        0,
        AmlTable.of(
            TestMachine.header("DSDT"),
            block -> {
              block.operationRegion("SMIP", RegionSpace.SYSTEM_IO, TestMachine.SMI_COMMAND, 1);
              block.field(
                  "SMIP",
                  AccessType.BYTE_ACC,
                  UpdateRule.PRESERVE,
                  fields -> fields.field("SMIC", 8));
              block.scope(
                  "_GPE",
                  gpe ->
                      gpe.method(
                          "_E04",
                          0,
                          body ->
                              body.store(IntegerConst.of(4), NameString.of("SMIC"))
                                  .sleep(2000)
                                  .store(IntegerConst.of(5), NameString.of("SMIC"))));
            }));
    machine.definitionBlocks.remove(1);
    machine.installFirmware();
    CountDownLatch asleep = new CountDownLatch(1);
    AmlClock endless =
        new AmlClock() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public void sleep(long nanos) throws InterruptedException {
            asleep.countDown();
            TimeUnit.DAYS.sleep(1);
          }
        };
    EmbeddedGuest guest = new EmbeddedGuest(machine.memory, machine.ports, endless);
    GuestThread thread = start(guest);
    machine.gpe.signal(4);
    asleep.await();
    boolean[] interrupted = new boolean[1];
    guest.addListener(event -> interrupted[0] |= Thread.currentThread().isInterrupted());
    assertThat(thread.awaitIdle(Duration.ofMillis(1))).isFalse();
    thread.close();
    assertThat(machine.reports).containsExactly("smi 4");
    assertThat(guest.events())
        .anyMatch(
            event ->
                event instanceof GuestEvent.AmlFailed failed
                    && failed.error().contains("the guest was stopped"));
    assertThat(interrupted[0]).isFalse();
  }

  @Test
  void closeByAnInterruptedThreadStillWaits() {
    EmbeddedGuest guest = guest();
    GuestThread thread = start(guest);
    Thread.currentThread().interrupt();
    thread.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(guest.state()).isEqualTo(GuestState.OFF);
  }

  @Test
  void closeByTheGuestItselfReturns() throws InterruptedException {
    EmbeddedGuest guest = guest();
    BlockingQueue<GuestThread> threads = new LinkedBlockingQueue<>();
    CountDownLatch closed = new CountDownLatch(1);
    guest.addListener(
        event -> {
          if (event instanceof GuestEvent.BootFinished) {
            try {
              threads.take().close();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            closed.countDown();
          }
        });
    threads.add(start(guest));
    assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void failureIsReportedAndNobodyWaitsForTheGuest() throws InterruptedException {
    EmbeddedGuest guest = guest();
    guest.addListener(
        event -> {
          throw new IllegalArgumentException("listener");
        });
    BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    try (GuestThread thread = GuestThread.start(guest, machine.sci, failures::add)) {
      assertThat(failures.take()).hasMessage("listener");
      assertThat(thread.awaitIdle(LIMIT)).isTrue();
    }
  }
}
