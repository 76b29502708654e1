package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.hotplug.ByteSize;
import org.memslot.hotplug.HotplugAdvice;
import org.memslot.hotplug.SlotOptions;

/** What the board says to an operator who adds memory, by what its firmware told the guest. */
class AdviceTest {
  @Test
  void a_small_guest_is_warned_of_and_a_large_one_is_not() {
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

  @Test
  void blocks_of_a_guest_with_much_memory_are_large() {
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
