package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptLineTest {
  private final LevelInterruptLine sci = new LevelInterruptLine("SCI");

  @Test
  void listenersHearChangesOfLevelOnly() {
    List<Boolean> levels = new ArrayList<>();
    sci.addListener(levels::add);
    sci.lower();
    sci.raise();
    sci.raise();
    assertThat(sci.isAsserted()).isTrue();
    sci.lower();
    assertThat(levels).containsExactly(true, false);
    assertThat(sci.isAsserted()).isFalse();
  }

  @Test
  void aListenerOfALineThatIsUpHearsItAtOnce() {
    List<Boolean> levels = new ArrayList<>();
    sci.raise();
    LevelInterruptLine.Listener listener = levels::add;
    sci.addListener(listener);
    assertThat(levels).containsExactly(true);
    sci.removeListener(listener);
    sci.lower();
    assertThat(levels).containsExactly(true);
  }

  @Test
  void aGuestWaitsForTheLine() throws Exception {
    new Race().run(sci::awaitAsserted).run(sci::raise).go();
    assertThat(sci.isAsserted()).isTrue();
  }

  @Test
  void aListenerThatFailsKeepsNeitherTheLineNorTheOthers() {
    LevelInterruptLine line = new LevelInterruptLine("SCI");
    List<Boolean> heard = new ArrayList<>();
    line.addListener(
        asserted -> {
          throw new IllegalStateException("KVM_IRQ_LINE");
        });
    line.addListener(heard::add);
    line.raise();
    line.lower();
    assertThat(heard).containsExactly(true, false);
    assertThat(line.isAsserted()).isFalse();
  }
}
