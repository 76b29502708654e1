package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memslot.testing.Seeds;

/**
 * What threads may see of each other and of topology changes. Each expectation fails when the
 * promise is broken.
 */
class ConcurrencyTest {
  private static final long BASE = 0x10_0000;
  private static final int TURNS = 100_000;

  private final AddressSpace space = AddressSpace.memory("memory");

  private RamRegion ram(String name, long base, long size) {
    RamRegion ram = RamRegion.create(name, size);
    space.change(c -> c.add(base, ram));
    return ram;
  }

  /** Writes of all-equal bytes: a read that shows two different ones is torn. */
  private Race tearing(int width, Race.Turn write) {
    return new Race()
        .meanwhile(
            2,
            () -> {
              for (int i = 0; i < 100; i++) {
                long value = space.read(BASE + 8L * width, width);
                long whole = ((value & 0xff) * 0x0101_0101_0101_0101L) & Faults.ones(width);
                Race.expect(value == whole, "torn read of %d bytes: 0x%x", width, value);
              }
            })
        .run(write)
        .run(write);
  }

  @Test
  void alignedAccessesAreNotTorn() throws Exception {
    ram("ram", BASE, 0x1000);
    for (int width : new int[] {2, 4, 8}) {
      tearing(
              width,
              () -> {
                Random random = new Random(ThreadLocalRandom.current().nextLong());
                for (int i = 0; i < TURNS; i++) {
                  space.write(
                      BASE + 8L * width, width, random.nextInt(256) * 0x0101_0101_0101_0101L);
                }
              })
          .go();
    }
  }

  /** The harness itself: it sees the tearing of writes that are made byte by byte. */
  @Test
  void theHarnessSeesTornWrites() {
    ram("ram", BASE, 0x1000);
    Race torn =
        tearing(
            8,
            () -> {
              for (int i = 0; i < 50 * TURNS; i++) {
                space.write8(BASE + 64 + i % 8, (i / 8) & 1);
              }
            });
    assertThat(catchThrowable(torn::go)).hasMessageContaining("torn read");
  }

  /** Two neighbours are exchanged for two others again and again; each pair holds one number. */
  @Test
  void aTransactionIsSeenWholeOrNotAtAll() throws Exception {
    RamRegion[] low = new RamRegion[4];
    RamRegion[] high = new RamRegion[4];
    for (int i = 0; i < 4; i++) {
      low[i] = ram("low" + i, BASE, 0x1000);
      high[i] = ram("high" + i, BASE + 0x1000, 0x1000);
      space.fill(BASE, 0x2000, (byte) (i + 1));
      int pair = i;
      space.change(
          c -> {
            c.remove(low[pair]);
            c.remove(high[pair]);
          });
    }
    place(low[0], high[0], true);
    long seam = BASE + 0xffc;
    byte[] bytes = new byte[16];
    new Race()
        .meanwhile(
            2,
            () -> {
              long value = space.read64(seam);
              Race.expect(
                  value == (value & 0xff) * 0x0101_0101_0101_0101L,
                  "two sides of the seam: 0x%x",
                  value);
              Race.expect(
                  (value & 0xff) >= 1 && (value & 0xff) <= 4, "none of the pairs: 0x%x", value);
            })
        .meanwhile(
            1,
            () -> {
              space.read(seam - 4, bytes, 0, 16);
              Race.expect(
                  bytes[0] == bytes[15], "bulk across the seam: %d and %d", bytes[0], bytes[15]);
            })
        .run(
            () -> {
              for (int i = 0; i < 3_000; i++) {
                int from = i % 4;
                int to = (i + 1) % 4;
                space.change(
                    c -> {
                      c.remove(low[from]);
                      c.remove(high[from]);
                      c.add(BASE, low[to]);
                      c.add(BASE + 0x1000, high[to]);
                    });
              }
            })
        .go();
  }

  private void place(RamRegion low, RamRegion high, boolean on) {
    space.change(
        c -> {
          if (on) {
            c.add(BASE, low);
            c.add(BASE + 0x1000, high);
          } else {
            c.remove(low);
            c.remove(high);
          }
        });
  }

  private static void wholeOrNothing(String what, long value) {
    Race.expect(
        value == 0x5a5a_5a5a_5a5a_5a5aL || value == -1L,
        "%s of memory given back: 0x%x",
        what,
        value);
  }

  /**
   * RAM full of one byte comes and goes; whoever reads sees that byte or, where nothing is, ones.
   */
  @Test
  void memoryThatIsGivenBackIsNeverRead() throws Exception {
    Cursor cursor = space.cursor();
    OrderedAccess ordered = space.ordered();
    byte[] bytes = new byte[64];
    new Race()
        .meanwhile(1, () -> wholeOrNothing("read", space.read64(BASE + 8)))
        .meanwhile(1, () -> wholeOrNothing("cursor", cursor.read64(BASE + 16)))
        .meanwhile(
            1, () -> wholeOrNothing("ordered", ordered.get64(BASE, OrderedAccess.Order.VOLATILE)))
        .meanwhile(
            1,
            () ->
                wholeOrNothing(
                    "exchange", ordered.compareAndExchange64(BASE + 24, 0, 0x5a5a_5a5a_5a5a_5a5aL)))
        .meanwhile(
            1,
            () ->
                Race.expect(
                    space.find(new AddressRange(BASE, BASE + 0xff), new byte[1], 1).isEmpty(),
                    "zeros of nobody found"))
        .meanwhile(
            1,
            () -> {
              space.read(BASE + 3, bytes, 0, 64);
              wholeOrNothing("bulk", (bytes[0] & 0xff) * 0x0101_0101_0101_0101L);
              Race.expect(bytes[0] == bytes[63], "bulk: %d and %d", bytes[0], bytes[63]);
            })
        .run(
            () -> {
              for (int i = 0; i < 400; i++) {
                RamRegion ram = RamRegion.create("slot", 0x1000);
                try (Pin pin = ram.pin("filler")) {
                  pin.memory().fill((byte) 0x5a);
                }
                space.change(c -> c.add(BASE, ram));
                space.change(c -> c.remove(ram));
                ram.close();
              }
            })
        .go();
  }

  /** What a memfd holds can be seen after the region is closed, by another mapping of it. */
  @Test
  void memoryThatIsGivenBackIsNeverWritten() throws Exception {
    AtomicLong number = new AtomicLong();
    Cursor cursor = space.cursor();
    new Race()
        .meanwhile(2, () -> space.write64(BASE + 8, number.incrementAndGet()))
        .meanwhile(1, () -> cursor.write64(BASE + 16, number.incrementAndGet()))
        .meanwhile(1, () -> space.ordered().getAndAdd64(BASE + 24, 1))
        .run(
            () -> {
              for (int i = 0; i < 60; i++) {
                RamRegion ram = RamRegion.create("slot", 0x1000, Backing.MEMFD);
                try (WitnessedMemory witness = WitnessedMemory.of(ram)) {
                  space.change(c -> c.add(BASE, ram));
                  long before = number.get();
                  while (number.get() < before + 50) {
                    Thread.onSpinWait();
                  }
                  space.change(c -> c.remove(ram));
                  ram.close();
                  byte[] after = witness.bytes();
                  long now = number.get();
                  while (number.get() < now + 50) {
                    Thread.onSpinWait();
                  }
                  assertThat(witness.bytes()).as("written after close returned").isEqualTo(after);
                }
              }
            })
        .go();
  }

  @Test
  void changesOfTwoWritersBothSurvive() throws Exception {
    int each = 2_000;
    Race race = new Race();
    for (int writer = 0; writer < 2; writer++) {
      long start = BASE + writer * 0x1000L;
      race.run(
          () -> {
            for (int i = 0; i < each; i++) {
              long base = start + i * 0x2000L;
              space.change(c -> c.add(base, new DeviceRegion("d", 0x1000, new Silent())));
            }
          });
    }
    race.go();
    assertThat(space.view().ranges()).hasSize(2 * each);
  }

  /** Eight threads count in memory that stays, while slots come and go ten thousand times. */
  @Test
  void noWriteIsLostInMemoryThatStays() throws Exception {
    ram("stays", BASE, 0x10_0000);
    long slot = 0x4000_0000L;
    long[] counted = new long[8];
    Race race = new Race();
    for (int thread = 0; thread < 8; thread++) {
      int mine = thread;
      long address = BASE + mine * 0x1008L;
      race.meanwhile(
          1,
          () -> {
            for (int i = 0; i < 50; i++) {
              space.write64(address, space.read64(address) + 1);
              space.write64(slot + mine * 8L, space.read64(slot));
              space.ordered().getAndAdd64(BASE + 0x8_0000, 1);
              counted[mine]++;
            }
          });
    }
    race.run(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                RamRegion ram = RamRegion.create("slot", 0x10_0000);
                space.change(c -> c.add(slot, ram));
                space.change(c -> c.remove(ram));
                ram.close();
              }
            })
        .go();
    long sum = 0;
    for (int i = 0; i < 8; i++) {
      assertThat(space.read64(BASE + i * 0x1008L)).as("thread %d", i).isEqualTo(counted[i]);
      sum += counted[i];
    }
    assertThat(space.read64(BASE + 0x8_0000)).as("shared counter").isEqualTo(sum);
    assertThat(space.view().ranges()).hasSize(1);
  }

  /** Each thread owns some slots and knows what must be in them; all look into each other's. */
  @Test
  void aMillionRandomOperations() throws Exception {
    long seed = Seeds.seed("ConcurrencyTest", 20261124);
    int slots = 8;
    Race race = new Race();
    for (int thread = 0; thread < 8; thread++) {
      int id = thread;
      race.run(() -> new SlotOwner(space, id, slots, new Random(seed + id)).run(125_000));
    }
    race.go();
    long plugged =
        IntStream.range(0, 8 * slots)
            .filter(i -> space.read64(SlotOwner.address(i)) != -1L)
            .count();
    assertThat(space.view().ranges()).as("the view and the reads agree").hasSize((int) plugged);
  }

  private static final class Silent implements IoHandler {
    @Override
    public long read(long offset, int width) {
      return 0;
    }

    @Override
    public void write(long offset, int width, long value) {}
  }
}
