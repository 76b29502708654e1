package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.machine.ByteSize;

/** What the board says to an operator who adds memory, by what its firmware told the guest. */
class AdviceTest {
  @Test
  void aSmallGuestIsWarnedOfAndALargeOneIsNot() {
    MachineConfig config =
        MachineConfig.of(
            ByteSize.parse("64M"),
            SlotOptions.parse("id=small,size=128M"),
            SlotOptions.parse("id=large,size=8G"));
    try (PcBoard board = new PcBoard(config, Host.system())) {
      assertThat(board.advice(board.slots().slot("small").orElseThrow())).isEmpty();
      assertThat(board.advice(board.slots().slot("large").orElseThrow()))
          .extracting(HotplugAdvice::message)
          .containsExactly(
              "memslot large: the guest needs about 128M of its 64M to describe this memory"
                  + " (1.56 %) and may fail to add it; add a smaller slot first, or boot with more"
                  + " memory or memhp_memmap.on_memory");
    }
  }

  private static List<String> advice(HotplugInterface kind, String memory, String... slots) {
    MachineConfig config =
        MachineConfig.builder(ByteSize.parse(memory))
            .slots(Stream.of(slots).map(SlotOptions::parse).toList())
            .hotplug(kind)
            .build();
    try (PcBoard board = new PcBoard(config, Host.system())) {
      return board.advice().stream().map(HotplugAdvice::message).toList();
    }
  }

  private static String tooSmall(String id, String range) {
    return "memslot %s: %s is not whole blocks of 2G; a guest with such blocks adds nothing of it"
        .formatted(id, range);
  }

  @Test
  void slotsWithMemoryCountWhereTheMemoryMapListsThem() {
    assertThat(
            advice(HotplugInterfaces.MEMSLOT, "60G", "id=p,size=4G,populated=on", "id=a,size=128M"))
        .containsExactly(tooSmall("a", "0xf40000000-0xf47ffffff"));
    assertThat(
            advice(
                HotplugInterfaces.MEMSLOT,
                "1G",
                "id=p,size=4G,start=1T,populated=on",
                "id=a,size=128M",
                "id=b,size=2G"))
        .containsExactly(tooSmall("a", "0x100000000-0x107ffffff"));
    assertThat(
            advice(
                HotplugInterfaces.QEMU,
                "1G",
                "id=p,size=4G,start=1T,populated=on",
                "id=a,size=128M"))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void aSlotThatCanBeAddedSomewhereIsPlacedThere(HotplugInterface kind) {
    assertThat(advice(kind, "63G", "id=a,size=1G", "id=b,size=2G"))
        .containsExactly(tooSmall("a", "0x1000000000-0x103fffffff"));
  }

  /** What was added before a reset is RAM of the memory map after it. */
  @Test
  void memoryThatWasAddedCountsAfterAReset() throws Exception {
    MachineConfig config =
        MachineConfig.of(
            ByteSize.parse("64M"),
            SlotOptions.parse("id=far,size=2G,start=62G"),
            SlotOptions.parse("id=a,size=128M"));
    try (PcBoard board = new PcBoard(config, Host.system())) {
      board.powerOn();
      board.slots().add("far");
      assertThat(board.advice(board.slots().slot("a").orElseThrow())).isEmpty();
      board.requestReset();
      assertThat(board.awaitIdle(Duration.ofMinutes(1))).isTrue();
      assertThat(board.advice(board.slots().slot("a").orElseThrow()))
          .extracting(HotplugAdvice::message)
          .containsExactly(tooSmall("a", "0x100000000-0x107ffffff"));
    }
  }

  @Test
  void aSmallGuestToWhichMemoryMayBeAddedIsWarnedOfBounceBuffers() {
    assertThat(advice(HotplugInterfaces.QEMU, "512M", "id=a,size=128M"))
        .singleElement()
        .asString()
        .contains("bounce buffers (SWIOTLB)");
    assertThat(advice(HotplugInterfaces.QEMU, "1G", "id=a,size=128M")).isEmpty();
    assertThat(advice(HotplugInterfaces.QEMU, "512M")).isEmpty();
  }

  @Test
  void blocksOfAGuestWithMuchMemoryAreLarge() {
    MachineConfig config =
        MachineConfig.of(ByteSize.parse("95G"), SlotOptions.parse("id=a,size=128M,start=128G"));
    try (PcBoard board = new PcBoard(config, Host.system())) {
      assertThat(board.advice(board.slots().slot("a").orElseThrow()))
          .extracting(HotplugAdvice::message)
          .containsExactly(
              "memslot a: 0x2000000000-0x2007ffffff is not whole blocks of 2G; a guest with such"
                  + " blocks adds nothing of it");
    }
  }
}
