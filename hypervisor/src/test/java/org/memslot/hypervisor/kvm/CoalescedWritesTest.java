package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.testing.Seeds;

/**
 * The ring by what the kernel does to it (coalesced_mmio_write in virt/kvm of Linux): it fills the
 * entry at "last" and then moves "last", and leaves one entry free.
 */
class CoalescedWritesTest {
  private static final long SEED = Seeds.seed("CoalescedWritesTest", System.nanoTime());
  private static final int PORT = 0x3f8;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment ring = arena.allocate(4096, 8);
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final CoalescedWrites writes = new CoalescedWrites(ring, ports);
  private final LastAccesses log = new LastAccesses();
  private final List<String> arrived = new ArrayList<>();

  /** A write as a device sees it. */
  @FunctionalInterface
  private interface Written {
    void accept(long offset, int width, long value) throws InterruptedException;
  }

  @AfterEach
  void close() {
    arena.close();
  }

  private void plug(Written written) {
    IoHandler handler =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            return 0;
          }

          @Override
          public void write(long offset, int width, long value) {
            try {
              written.accept(offset, width, value);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    ports.change(
        change ->
            change.add(PORT, new DeviceRegion("port", 8, handler, AccessWidths.handling(1, 4))));
  }

  private void plugRecorder() {
    plug((offset, width, value) -> arrived.add("%d/%d = 0x%x".formatted(offset, width, value)));
  }

  /** As the kernel puts it there; false when there is no room. */
  private boolean put(int offset, int width, long value) {
    int last = ring.get(JAVA_INT, 4);
    int next = (last + 1) % CoalescedWrites.CAPACITY;
    if (next == ring.get(JAVA_INT, 0)) {
      return false;
    }
    VarHandle.acquireFence();
    long at = 8 + 24L * last;
    ring.set(JAVA_LONG, at, PORT + offset);
    ring.set(JAVA_INT, at + 8, width);
    ring.set(JAVA_INT, at + 12, 1);
    ring.set(JAVA_LONG, at + 16, value);
    VarHandle.releaseFence();
    ring.set(JAVA_INT, 4, next);
    return true;
  }

  @Test
  void anEmptyRingHasNothing() {
    plugRecorder();
    writes.deliver(log);
    assertThat(arrived).isEmpty();
    assertThat(writes.delivered()).isZero();
  }

  @Test
  void everyWidthArrivesAsItWasWritten() {
    plugRecorder();
    put(0, 1, 0xffff_ffff_ffff_ff81L);
    put(2, 2, 0xffff_ffff_ffff_9234L);
    put(4, 4, 0xffff_ffff_a234_5678L);
    writes.deliver(log);
    assertThat(arrived).containsExactly("0/1 = 0x81", "2/2 = 0x9234", "4/4 = 0xa2345678");
    assertThat(log).asString().contains("OUT   0x3fa/2 = 0x9234");
    assertThat(writes.delivered()).isEqualTo(3);
  }

  /** Across the ring's end many times, up to a full ring. */
  @Test
  void allArriveInTheirOrder() {
    plugRecorder();
    Random random = new Random(SEED);
    List<String> expected = new ArrayList<>();
    for (int round = 0; round < 500; round++) {
      int burst = random.nextInt(2 * CoalescedWrites.CAPACITY);
      for (int i = 0; i < burst; i++) {
        int value = random.nextInt(256);
        if (put(0, 1, value)) {
          expected.add("0/1 = 0x%x".formatted(value));
        } else {
          assertThat(i).as("seed %d", SEED).isEqualTo(CoalescedWrites.CAPACITY - 1);
          break;
        }
      }
      writes.deliver(log);
      assertThat(arrived).as("seed %d", SEED).isEqualTo(expected);
    }
  }

  /** The last write is in its device still, so that the ring has nothing but it. */
  @Test
  @Timeout(60)
  void nobodyIsThroughWhileTheDeviceIsAtAWrite() throws Exception {
    CountDownLatch atWrite = new CountDownLatch(1);
    CountDownLatch through = new CountDownLatch(1);
    AtomicBoolean tooEarly = new AtomicBoolean();
    plug(
        (_, _, _) -> {
          atWrite.countDown();
          tooEarly.set(through.await(200, TimeUnit.MILLISECONDS));
        });
    put(0, 1, 0x41);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> first = threads.submit(() -> writes.deliver(log));
      atWrite.await();
      Future<?> second =
          threads.submit(
              () -> {
                writes.deliver(new LastAccesses());
                through.countDown();
              });
      first.get();
      second.get();
    }
    assertThat(tooEarly).isFalse();
  }

  /**
   * Two vCPUs take what a third writes: the device sees each value once, in order, and whoever has
   * called finds everything there that was written before.
   */
  @Test
  @Timeout(120)
  void whoeverTakesThemFindsAllThatWasWrittenBefore() throws Exception {
    AtomicLong written = new AtomicLong();
    AtomicLong seen = new AtomicLong();
    AtomicLong wrong = new AtomicLong();
    plug(
        (_, _, value) -> {
          if (seen.get() + 1 != value) {
            wrong.incrementAndGet();
          }
          seen.set(value);
        });
    long count = 200_000;
    Callable<Long> taker =
        () -> {
          LastAccesses own = new LastAccesses();
          long late = 0;
          while (seen.get() < count) {
            long before = written.get();
            writes.deliver(own);
            late += seen.get() < before ? 1 : 0;
          }
          return late;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> takers = List.of(threads.submit(taker), threads.submit(taker));
      for (long value = 1; value <= count; ) {
        if (put(0, 4, value)) {
          written.set(value++);
        } else {
          Thread.onSpinWait();
        }
      }
      for (Future<Long> late : takers) {
        assertThat(late.get()).isZero();
      }
    }
    assertThat(wrong).hasValue(0);
    assertThat(writes.delivered()).isEqualTo(count);
  }
}
