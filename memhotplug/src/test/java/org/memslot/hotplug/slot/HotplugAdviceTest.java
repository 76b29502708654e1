package org.memslot.hotplug.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

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

  private static List<String> farAdvice(long start) {
    HotplugAdvice.Guest far =
        new HotplugAdvice.Guest(
            GUEST.present(), GUEST.block(), List.of(AddressRange.of(0, 1L << 52)), GUEST.nodes());
    return HotplugAdvice.of("hot1", AddressRange.of(start, 2 * GIB), 0, far).stream()
        .map(HotplugAdvice::message)
        .toList();
  }

  @Test
  void amdKeepsAddressesForHyperTransport() {
    assertThat(farAdvice(1010 * GIB)).isEmpty();
    assertThat(farAdvice(1024 * GIB)).isEmpty();
    for (long start : new long[] {1011 * GIB, 1012 * GIB, 1023 * GIB}) {
      assertThat(farAdvice(start))
          .containsExactly(
              "memslot hot1: %s has addresses of 0xfd00000000-0xffffffffff, which AMD processors"
                      .formatted(AddressRange.of(start, 2 * GIB))
                  + " with an IOMMU keep for HyperTransport; devices may fail to reach this memory;"
                  + " start it at 0x10000000000 or use start=auto");
    }
  }

  @Test
  void linuxWithFourLevelsOfPageTablesEndsAt64Tib() {
    assertThat(farAdvice((1L << 46) - 2 * GIB)).isEmpty();
    assertThat(farAdvice(1L << 46))
        .containsExactly(
            "memslot hot1: 0x400000000000-0x40007fffffff passes 0x3fffffffffff (46 bits), the last"
                + " address that Linux with four-level page tables uses; choose a lower start");
  }

  @Test
  void bounceBuffersTakeALargePartOfASmallGuest() {
    List<AddressRange> above = List.of(AddressRange.of(4 * GIB, GIB));
    List<AddressRange> below = List.of(AddressRange.of(GIB, GIB));
    assertThat(HotplugAdvice.ofMachine(ByteSize.parse("1023M"), above))
        .extracting(HotplugAdvice::message)
        .containsExactly(
            "boot memory of 1023M: memory may be added above 4G, so Linux sets 64M aside for bounce buffers"
                + " (SWIOTLB) when it boots, or fails to; boot with 1G or more, or with"
                + " swiotlb=noforce where no device needs them");
    assertThat(HotplugAdvice.ofMachine(ByteSize.parse("1G"), above)).isEmpty();
    assertThat(HotplugAdvice.ofMachine(ByteSize.parse("512M"), below)).isEmpty();
    assertThat(HotplugAdvice.ofMachine(ByteSize.parse("512M"), List.of())).isEmpty();
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
