package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
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

  /** Each copy is made in a second space too, by the space itself. */
  @Test
  void itsCopiesAreThoseOfTheSpace() {
    AddressSpace model = AddressSpace.memory("model");
    for (AddressSpace each : List.of(space, model)) {
      each.change(c -> c.add(0, RamRegion.create("low", 0x1000)));
      each.change(c -> c.add(0x1000, RamRegion.create("high", 0x1000)));
      each.change(c -> c.add(0x3000, RomRegion.of("rom", new byte[0x1000])));
    }
    Cursor cursor = space.cursor();
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      long address = random.nextInt(0x4800) - 8L;
      byte[] bytes = new byte[4 + random.nextInt(0x1800)];
      random.nextBytes(bytes);
      int offset = random.nextInt(4);
      int length = random.nextInt(bytes.length - offset);
      MemorySegment segment = MemorySegment.ofArray(bytes);
      if (random.nextBoolean()) {
        cursor.write(address, bytes, offset, length);
        model.write(address, bytes, offset, length);
      } else {
        cursor.write(address, segment);
        model.write(address, segment);
      }
      byte[] expected = new byte[0x2000];
      model.read(0, expected, 0, expected.length);
      assertThat(space.mismatch(0, MemorySegment.ofArray(expected))).isEqualTo(-1);
      assertThat(cursor.mismatch(0, MemorySegment.ofArray(expected))).isEqualTo(-1);

      model.read(address, bytes, offset, length);
      byte[] seen = new byte[length];
      cursor.read(address, seen, 0, length);
      assertThat(seen).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + length));
      cursor.read(address, MemorySegment.ofArray(seen));
      assertThat(seen).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + length));
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
