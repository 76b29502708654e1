package org.memslot.hotplug.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.machine.ByteSize;

/** The values are what probe_memory_block_size of Linux 6.x gives on a virtual machine. */
class LinuxMemoryBlockTest {
  @ParameterizedTest
  @CsvSource({
    "512M, 128M",
    "61G, 128M",
    "65408M, 128M",
    "64G, 2G",
    "65G, 1G",
    "66G, 2G",
    "66816M, 256M",
    "65664M, 128M",
    "65537M, 128M",
    "1028G, 2G"
  })
  void theBlockFollowsTheEndOfRam(String end, String block) {
    assertThat(LinuxMemoryBlock.of(ByteSize.parse(end).bytes()).toString()).isEqualTo(block);
  }
}
