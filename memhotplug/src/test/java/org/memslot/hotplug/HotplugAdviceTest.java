package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressRange;

class HotplugAdviceTest {
  private static final long GIB = ByteSize.GIB;
  private static final HotplugAdvice.Guest GUEST =
      new HotplugAdvice.Guest(
          ByteSize.of(GIB),
          ByteSize.of(SlotPlacement.BLOCK_SIZE),
          List.of(AddressRange.of(4 * GIB, 64 * GIB)),
          Set.of(0, 1));

  private static List<String> advice(long start, long size, int node) {
    return HotplugAdvice.of("hot1", AddressRange.of(start, size), node, GUEST).stream()
        .map(HotplugAdvice::message)
        .toList();
  }

  @Test
  void whatFitsNeedsNoAdvice() {
    assertThat(advice(4 * GIB, 16 * GIB, 1)).isEmpty();
  }

  @Test
  void aSmallGuestCannotDescribeMuchMemory() {
    assertThat(advice(4 * GIB, 32 * GIB, 0))
        .containsExactly(
            "memslot hot1: the guest needs about 512M of its 1G to describe this memory (1.56 %)"
                + " and may fail to add it; add a smaller slot first, or boot with more memory or"
                + " memhp_memmap.on_memory");
  }

  @Test
  void sratMustAnnounceRangeAndNode() {
    assertThat(advice(67 * GIB, 2 * GIB, 0))
        .containsExactly(
            "memslot hot1: no hot-pluggable range of SRAT covers 0x10c0000000-0x113fffffff; a guest"
                + " may put it in the wrong node or refuse it");
    assertThat(advice(4 * GIB, GIB, 2))
        .containsExactly(
            "memslot hot1: SRAT has no entry for node 2; a guest puts the memory in node 0");
  }

  @Test
  void aGuestWithLargeBlocksAddsOnlyWholeOnes() {
    HotplugAdvice.Guest large =
        new HotplugAdvice.Guest(
            ByteSize.of(128 * GIB), ByteSize.of(2 * GIB), GUEST.announced(), GUEST.nodes());
    assertThat(HotplugAdvice.of("hot1", AddressRange.of(4 * GIB, GIB), 0, large))
        .extracting(HotplugAdvice::message)
        .containsExactly(
            "memslot hot1: 0x100000000-0x13fffffff is not whole blocks of 2G; a guest with such"
                + " blocks adds nothing of it");
  }
}
