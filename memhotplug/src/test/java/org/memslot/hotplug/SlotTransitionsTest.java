package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotState;

class SlotTransitionsTest {
  @Test
  void thePackageDocumentationShowsTheTable() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/org/memslot/hotplug/package-info.java"));
    String shown =
        source
            .substring(source.indexOf("<pre>") + 6, source.indexOf(" * </pre>"))
            .lines()
            .map(line -> line.replaceFirst("^ \\* ?", "").replace("&gt;", ">"))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(shown).isEqualTo(SlotTransitions.table());
  }

  @Test
  void everyStateHasMemoryButEmpty() {
    for (SlotState state : SlotState.values()) {
      assertThat(state.hasMemory()).isEqualTo(state != SlotState.EMPTY);
    }
  }

  @Test
  void onlyTheOperatorIsRefusedAndOnlyTheGuestIsCounted() {
    for (SlotTrigger trigger : SlotTrigger.values()) {
      for (SlotState state : SlotState.values()) {
        SlotTransition transition = SlotTransitions.of(state, trigger);
        if (transition instanceof SlotTransition.Refuse) {
          assertThat(trigger.words()).startsWith("operator");
        }
        if (transition instanceof SlotTransition.Ignore) {
          assertThat(trigger.words()).startsWith("guest");
        }
      }
    }
  }
}
