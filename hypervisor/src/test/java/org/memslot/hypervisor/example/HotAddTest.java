package org.memslot.hypervisor.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotAddTest {
  @Test
  void the_guest_says_that_it_uses_the_memory() throws Exception {
    assertThat(HotAdd.run()).containsExactly("memslot hot1 populated", "memslot hot1 online");
  }
}
