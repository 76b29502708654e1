package org.memslot.hypervisor.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotAddTest {
  @Test
  void theGuestSaysThatItUsesTheMemory() throws Exception {
    assertThat(HotAdd.run()).containsExactly("memslot hot1 populated", "memslot hot1 online");
  }
}
