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
      switch (random.nextInt(5)) {
        case 0 -> cursor.write64(address, random.nextLong());
        case 1 -> cursor.write32(address, random.nextInt());
        case 2 -> assertThat(cursor.read64(address)).isEqualTo(space.read64(address));
        case 3 -> assertThat(cursor.read32(address)).isEqualTo(space.read32(address));
        default -> assertThat(cursor.read8(address)).isEqualTo(space.read8(address));
      }
    }
    assertThat(space.read64(0x3000)).isZero();
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
