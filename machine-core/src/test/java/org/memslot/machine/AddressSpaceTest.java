package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressSpaceTest {
  private final AddressSpace space = AddressSpace.memory("memory");

  @Test
  void holesReadOnesAndSwallowWrites() {
    space.write64(0x1000, 5);
    assertThat(space.read64(0x1000)).isEqualTo(-1);
    assertThat(space.read8(-1)).isEqualTo(0xff);
    assertThatThrownBy(() -> space.checked().read8(0x1000))
        .isInstanceOf(MemoryAccessException.class);
  }

  @Test
  void accessesAreLittleEndianAndMayCrossRegions() {
    try (RamRegion low = RamRegion.create("low", 0x1000);
        RamRegion high = RamRegion.create("high", 0x1000)) {
      space.change(
          c -> {
            c.add(0, low);
            c.add(0x1000, high);
          });
      space.write64(0xffc, 0x1122334455667788L);
      assertThat(space.read64(0xffc)).isEqualTo(0x1122334455667788L);
      assertThat(space.read8(0xffc)).isEqualTo(0x88);
      assertThat(space.read32(0x1000)).isEqualTo(0x11223344);
      space.change(
          c -> {
            c.remove(low);
            c.remove(high);
          });
    }
  }

  @Test
  void overlapIsRefusedNamingBoth() {
    try (RamRegion a = RamRegion.create("a", 0x2000);
        RamRegion b = RamRegion.create("b", 0x1000)) {
      assertThatThrownBy(
              () ->
                  space.change(
                      c -> {
                        c.add(0, a);
                        c.add(0x1000, b);
                      }))
          .isInstanceOf(TopologyException.class)
          .hasMessageContaining("a (")
          .hasMessageContaining("b (");
      assertThat(space.view().ranges()).isEmpty();
    }
  }
}
