package org.memslot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-m 1M: boot memory is at least 16M",
        "give more -m",
        "a smaller (-smp)",
        "use --hotplug qemu",
        "ask for less than maxmem",
        "the nodes' mem= add up to 1M",
        "memslot add: size is 0",
      })
  void areFound(String message) {
    assertThat(CommandWords.areIn(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memslot a: 0x0-0xf overlaps RAM; choose another start or start=auto",
        "boot memory of 1M: boot memory is at least 16M",
        "the user must be in the group kvm (usermod -aG kvm USER)",
        "boot with swiotlb=noforce",
        "no hot-pluggable range",
      })
  void areNotFoundElsewhere(String message) {
    assertThat(CommandWords.areIn(message)).isFalse();
  }
}
