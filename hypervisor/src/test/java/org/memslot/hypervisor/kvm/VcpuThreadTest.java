package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.testing.Await;

/**
 * How a vCPU's thread is stopped. A signal that is left to it at its end would end the whole Java
 * VM, and real-time signals queue, so that a failure here may be a test run that dies.
 */
@NeedsKvm
class VcpuThreadTest {
  private static final int STOPS = 5;
  private static final int STARTS = 1000;

  /** mov dx,0x300; 1: out dx,al; jmp 1b. */
  private static final String WRITES = "ba0003 ee ebfd";

  /** Port 0x300, whose writes do something. */
  private static DeviceRegion device(Runnable written) {
    IoHandler handler =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            return 0;
          }

          @Override
          public void write(long offset, int width, long value) {
            written.run();
          }
        };
    return new DeviceRegion("stops", 1, handler, AccessWidths.handling(1, 1));
  }

  @Test
  void stoppedManyTimesWhileItIsInADevice() throws Exception {
    try (RealModeMachine machine = new RealModeMachine()) {
      List<VcpuThread.Outcome> outcomes = new ArrayList<>();
      AtomicInteger writes = new AtomicInteger();
      CompletableFuture<VcpuThread> itself = new CompletableFuture<>();
      CountDownLatch stopped = new CountDownLatch(STOPS);
      DeviceRegion device =
          device(
              () -> {
                writes.incrementAndGet();
                for (int i = 0; i < STOPS; i++) {
                  itself.join().stop();
                  stopped.countDown();
                }
              });
      machine.ports.change(change -> change.add(0x300, device));
      machine.load(WRITES);
      try (VcpuThread thread =
          new VcpuThread(machine.vcpu, machine.memory, machine.ports, outcomes::add)) {
        thread.start();
        itself.complete(thread);
        Await.until("its stops", () -> stopped.getCount() == 0);
      }
      assertThat(writes).hasValue(1);
      assertThat(outcomes).isEmpty();
    }
  }

  @Test
  void stoppedTwiceAtAnyMomentOfItsStart() {
    Random random = new Random(20261129);
    try (RealModeMachine machine = new RealModeMachine()) {
      machine.ports.change(change -> change.add(0x300, device(() -> {})));
      machine.load(WRITES);
      List<VcpuThread.Outcome> outcomes = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        VcpuThread thread =
            new VcpuThread(machine.vcpu, machine.memory, machine.ports, outcomes::add);
        thread.start();
        for (int turns = random.nextInt(20_000); turns > 0; turns--) {
          Thread.onSpinWait();
        }
        thread.stop();
        thread.close();
        machine.vcpu.clearExitRequest();
      }
      assertThat(outcomes).isEmpty();
    }
  }

  @Test
  void failsWithAnOutcomeAndEndsEvenIfNobodyCanHearIt() throws InterruptedException {
    try (RealModeMachine machine = new RealModeMachine()) {
      List<VcpuThread.Outcome> outcomes = new ArrayList<>();
      machine.load(WRITES);
      machine.vcpu.close();
      VcpuThread thread =
          new VcpuThread(
              machine.vcpu,
              machine.memory,
              machine.ports,
              outcome -> {
                outcomes.add(outcome);
                throw new AssertionError("deaf");
              });
      thread.start();
      Await.until("its outcome", () -> !outcomes.isEmpty());
      thread.close();

      assertThat(outcomes).hasOnlyElementsOfType(VcpuThread.Outcome.Failed.class).hasSize(1);
    }
  }
}
