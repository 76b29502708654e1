package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
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

  @Test
  void itsCopiesAreThoseOfTheSpace() {
    space.change(c -> c.add(0, RamRegion.create("low", 0x1000)));
    space.change(c -> c.add(0x1000, RamRegion.create("high", 0x1000)));
    space.change(c -> c.add(0x3000, RomRegion.of("rom", new byte[0x1000])));
    Cursor cursor = space.cursor();
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      long address = random.nextInt(0x4800) - 8L;
      int offset = random.nextInt(4);
      byte[] bytes = new byte[random.nextInt(0x1800)];
      random.nextBytes(bytes);
      int length = random.nextInt(Math.max(bytes.length - offset, 1));
      MemorySegment segment = MemorySegment.ofArray(bytes);
      if (random.nextBoolean()) {
        cursor.write(address, bytes, Math.min(offset, bytes.length), length);
      } else {
        cursor.write(address, segment);
      }
      byte[] expected = new byte[0x100];
      space.read(address, expected, 0, expected.length);
      byte[] seen = new byte[0x100];
      cursor.read(address, seen, 0, seen.length);
      assertThat(seen).isEqualTo(expected);
      cursor.read(address, MemorySegment.ofArray(seen));
      assertThat(seen).isEqualTo(expected);
      byte[] whole = new byte[0x2000];
      space.read(0, whole, 0, whole.length);
      assertThat(cursor.mismatch(0, MemorySegment.ofArray(whole))).isEqualTo(-1);
    }
    cursor.read(-8, new byte[0], 0, 0);
    cursor.fill(0, 0x1000, (byte) 7);
    assertThat(cursor.read8(0xfff)).isEqualTo(7);
  }

  @Test
  void theCopyItMakesIsNotedAsWritten() {
    RamRegion ram = RamRegion.create("ram", 0x4000);
    space.change(c -> c.add(0, ram));
    ram.startDirtyTracking();
    Cursor cursor = space.cursor();
    cursor.write(0x1fff, new byte[2], 0, 2);
    assertThat(ram.harvestDirty().offsets()).containsExactly(0x1000L, 0x2000L);
    cursor.write(0x1000, new byte[0], 0, 0);
    assertThat(ram.harvestDirty().offsets()).isEmpty();
    cursor.write(0x3000, MemorySegment.ofArray(new byte[0x1000]));
    assertThat(ram.harvestDirty().offsets()).containsExactly(0x3000L);
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
