package org.memslot.hotplug.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotAddExampleTest {
  @Test
  void theExampleDoesWhatItsCommentsSay() {
    assertThat(HotAddExample.run())
        .containsExactly(
            "memslot hot1 populated",
            "memslot hot1 online",
            "memslot hot1 eject-requested",
            "memslot hot1 eject-refused: 0x82 device busy",
            "memslot hot1 eject-requested",
            "memslot hot1 deleted");
  }
}
