package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final AddressSpace space = AddressSpace.memory("memory");

  @Test
  void itIsAsRightAsTheSpaceItself() {
    space.change(c -> c.add(0, RamRegion.create("low", 0x1000)));
    space.change(c -> c.add(0x1000, RamRegion.create("high", 0x1000)));
    space.change(c -> c.add(0x3000, RomRegion.of("rom", new byte[0x1000])));
    Cursor cursor = space.cursor();
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long address = random.nextInt(0x4800) - 8L;
      switch (random.nextInt(8)) {
        case 0 -> cursor.write64(address, random.nextLong());
        case 1 -> cursor.write32(address, random.nextInt());
        case 2 -> assertThat(cursor.read64(address)).isEqualTo(space.read64(address));
        case 3 -> cursor.write16(address, random.nextInt());
        case 4 -> cursor.write8(address, random.nextInt());
        case 5 -> assertThat(cursor.read16(address)).isEqualTo(space.read16(address));
        case 6 -> assertThat(cursor.read32(address)).isEqualTo(space.read32(address));
        default -> assertThat(cursor.read8(address)).isEqualTo(space.read8(address));
      }
    }
    assertThat(space.read64(0x3000)).isZero();
  }

  /** Where the page table does not lead: ranges shorter than a page, and high up. */
  @Test
  void itsWritesAreNotedWhereverTheRegionIs() {
    for (long base : new long[] {0x800, 1L << 52, -0x3000L}) {
      RamRegion ram = RamRegion.create("ram", 0x2800);
      space.change(c -> c.add(base, ram));
      ram.startDirtyTracking();
      Cursor cursor = space.cursor();
      cursor.write64(base, 1);
      cursor.write32(base + 0xffe, 1);
      cursor.write8(base + 0x27ff, 1);
      assertThat(ram.harvestDirty().offsets())
          .as("0x%x", base)
          .containsExactly(0L, 0x1000L, 0x2000L);
      cursor.write16(base + 0x17ff, 1);
      assertThat(ram.harvestDirty().offsets()).as("0x%x", base).containsExactly(0x1000L);
    }
  }

  @Test
  void itFollowsTheTopology() {
    RamRegion first = RamRegion.create("first", 0x1000);
    RamRegion second = RamRegion.create("second", 0x1000);
    Cursor cursor = space.cursor();
    assertThat(cursor.read64(0)).isEqualTo(-1);
    space.change(c -> c.add(0, first));
    cursor.write64(0, 1);
    assertThat(cursor.read64(0)).isEqualTo(1);
    space.change(
        c -> {
          c.remove(first);
          c.add(0, second);
        });
    first.close();
    assertThat(cursor.read64(0)).isZero();
    cursor.write64(0, 2);
    assertThat(space.read64(0)).isEqualTo(2);
  }
}
