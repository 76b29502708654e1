package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DirtyTrackingTest {
  private final AddressSpace space = AddressSpace.memory("memory");
  private final RamRegion ram = RamRegion.create("ram", 0x10_0000);

  DirtyTrackingTest() {
    space.change(c -> c.add(0x100_0000, ram));
  }

  @Test
  void everyKindOfWriteIsNotedOnce() {
    ram.startDirtyTracking();
    long base = 0x100_0000;
    space.write(base, new byte[0], 0, 0);
    space.fill(base, 0, (byte) 1);
    assertThat(ram.harvestDirty().dirtyCount()).as("nothing was written").isZero();
    space.write8(base, 1);
    space.write64(base + 0x2ffc, 1);
    space.write(base + 0x5800, new byte[0x1000], 0, 0x1000);
    space.fill(base + 0x8000, 1, (byte) 0);
    space.ordered().getAndAdd64(base + 0xa000, 1);
    space.cursor().write32(base + 0xc000, 1);
    space.checked().write8(base + 0xe000, 1);
    ram.markDirty(0xf_ffff, 1);
    assertThat(ram.harvestDirty().offsets())
        .containsExactly(
            0L, 0x2000L, 0x3000L, 0x5000L, 0x6000L, 0x8000L, 0xa000L, 0xc000L, 0xe000L, 0xf_f000L);
    assertThat(ram.harvestDirty().dirtyCount()).isZero();
    assertThat(space.read8(base)).isEqualTo(1);
    assertThat(ram.harvestDirty().dirtyCount()).as("reads are not noted").isZero();
  }

  @Test
  void itIsSwitchedWhileRunning() {
    space.write8(0x100_0000, 1);
    ram.startDirtyTracking();
    assertThat(ram.harvestDirty().dirtyCount()).isZero();
    space.write8(0x100_0000, 1);
    ram.stopDirtyTracking();
    space.write8(0x100_1000, 1);
    assertThat(ram.harvestDirty().dirtyCount()).isZero();
    ram.startDirtyTracking();
    assertThat(ram.harvestDirty().dirtyCount()).isZero();
    assertThat(ram.harvestDirty().pageCount()).isEqualTo(0x100);
    assertThatThrownBy(() -> ram.harvestDirty().isDirty(0x100))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ram.markDirty(0xf_ffff, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aRegionThatIsPlacedWhileTrackedIsTracked() {
    ram.startDirtyTracking();
    space.change(c -> c.add(0, new AliasRegion("window", ram, 0x8_0000, 0x1000)));
    space.write8(0x10, 1);
    assertThat(ram.harvestDirty().offsets()).containsExactly(0x8_0000L);
  }

  /** As a listener does that mirrors memory elsewhere. */
  @Test
  void trackingMayBeginWhileTheRegionIsBeingPlaced() {
    for (boolean early : new boolean[] {true, false}) {
      RamRegion slot = RamRegion.create("slot", 0x2000);
      TopologyListener starter =
          new TopologyListener() {
            @Override
            public void prepare(TopologyDelta delta) {
              start(early, delta);
            }

            @Override
            public void commit(TopologyDelta delta) {
              start(!early, delta);
            }

            private void start(boolean now, TopologyDelta delta) {
              if (now && delta.added().stream().anyMatch(r -> r.region() == slot)) {
                slot.startDirtyTracking();
              }
            }
          };
      space.addListener(starter);
      space.change(c -> c.add(0, slot));
      space.write8(0x1000, 1);
      assertThat(slot.harvestDirty().offsets()).containsExactly(0x1000L);
      space.removeListener(starter);
      space.change(c -> c.remove(slot));
    }
  }

  @Test
  void trackingThatIsStoppedAndBegunAgainNotesInItsNewLog() {
    for (int i = 0; i < 3; i++) {
      ram.startDirtyTracking();
      space.write8(0x100_0000, i);
      assertThat(ram.harvestDirty().offsets()).containsExactly(0L);
      ram.stopDirtyTracking();
    }
  }

  /** A copy made page by page from harvests ends up equal to the memory, as in a live migration. */
  @Test
  void aCopyFollowsTheWrites() throws Exception {
    int words = (int) (ram.size() / 8);
    long[] copy = new long[words];
    ram.startDirtyTracking();
    AtomicBoolean done = new AtomicBoolean();
    Random random = new Random(1);
    new Race()
        .run(
            () -> {
              for (int i = 1; i <= 300_000; i++) {
                space.write64(0x100_0000 + random.nextInt(words) * 8L, i);
              }
              done.set(true);
            })
        .run(
            () -> {
              boolean last;
              do {
                last = done.get();
                ram.harvestDirty().offsets().forEach(page -> copyPage(copy, page));
              } while (!last);
            })
        .go();
    for (int i = 0; i < words; i++) {
      assertThat(copy[i]).as("word %d", i).isEqualTo(space.read64(0x100_0000 + i * 8L));
    }
  }

  /**
   * The same while regions come, go and hide around the memory and while it hides itself: a write
   * vanishes or is noted, through whichever place it came.
   */
  @Test
  void aCopyFollowsTheWritesWhileTheTopologyChanges() throws Exception {
    int words = (int) (ram.size() / 8);
    long[] copy = new long[words];
    AliasRegion window = new AliasRegion("window", ram, 0x4_0000, 0x8_0000);
    RamRegion above = RamRegion.create("above", 0x8000);
    ram.startDirtyTracking();
    AtomicBoolean done = new AtomicBoolean();
    Random writes = new Random(1);
    Random changes = new Random(2);
    try (Pin pin = ram.pin("copy")) {
      new Race()
          .run(
              () -> {
                for (int i = 1; i <= 300_000; i++) {
                  long base = writes.nextBoolean() ? 0x100_0000 : 0;
                  space.write64(base + writes.nextInt(words) * 8L, i);
                }
                done.set(true);
              })
          .run(
              () -> {
                while (!done.get()) {
                  space.change(c -> c.setEnabled(ram, false));
                  space.change(c -> c.add(0, window));
                  space.change(
                      c -> {
                        c.setEnabled(ram, true);
                        c.add(0x100_0000 + changes.nextInt(0x10) * 0x8000L, above, 1);
                      });
                  space.change(
                      c -> {
                        c.remove(window);
                        c.remove(above);
                      });
                }
              })
          .run(
              () -> {
                boolean last;
                do {
                  last = done.get();
                  ram.harvestDirty()
                      .offsets()
                      .forEach(
                          page ->
                              MemorySegment.copy(
                                  pin.memory(),
                                  ValueLayout.JAVA_LONG,
                                  page,
                                  copy,
                                  (int) (page / 8),
                                  (int) (DirtyPages.PAGE_SIZE / 8)));
                } while (!last);
              })
          .go();
      assertThat(copy).isEqualTo(pin.memory().toArray(ValueLayout.JAVA_LONG));
      assertThat(LongStream.of(copy).anyMatch(word -> word != 0)).as("what arrived").isTrue();
    }
  }

  private void copyPage(long[] copy, long page) {
    for (long at = page; at < page + DirtyPages.PAGE_SIZE; at += 8) {
      copy[(int) (at / 8)] = space.read64(0x100_0000 + at);
    }
  }
}
