package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.SlotAction.Obey;
import org.memslot.hotplug.SlotAction.OfGuest;
import org.memslot.hotplug.SlotAction.OfMachine;
import org.memslot.hotplug.SlotTrigger.Guest;
import org.memslot.hotplug.SlotTrigger.Machine;
import org.memslot.hotplug.SlotTrigger.Operator;
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
  void everyTriggerIsDecidedInEveryStateAndEveryActionIsReached() {
    Set<SlotAction> reached = new HashSet<>();
    for (SlotState state : SlotState.values()) {
      for (int set = 0; set < 1 << SlotCondition.values().length; set++) {
        int holding = set;
        Predicate<SlotCondition> holds =
            is -> is == SlotCondition.ALWAYS || (holding >> is.ordinal() & 1) != 0;
        for (Operator trigger : Operator.values()) {
          reached.add(SlotTransitions.decide(trigger, state, holds));
        }
        for (Guest trigger : Guest.values()) {
          reached.add(SlotTransitions.decide(trigger, state, holds));
        }
      }
      for (Machine trigger : Machine.values()) {
        reached.add(SlotTransitions.decide(trigger, state));
      }
    }
    assertThat(reached)
        .contains(Obey.values())
        .contains(OfGuest.values())
        .contains(OfMachine.values());
    assertThat(SlotTransitions.rules())
        .extracting(SlotRule::condition)
        .contains(SlotCondition.values());
  }

  @Test
  void theFirstLineThatHoldsDecides() {
    assertThat(SlotTransitions.decide(Guest.EJECT, SlotState.ONLINE, holding()))
        .isEqualTo(OfGuest.COUNT_AND_TELL);
    assertThat(
            SlotTransitions.decide(
                Guest.EJECT, SlotState.ONLINE, holding(SlotCondition.REFUSED_ONCE)))
        .isEqualTo(OfGuest.OFFER_REFUSED);
    assertThat(
            SlotTransitions.decide(
                Guest.EJECT,
                SlotState.ONLINE,
                holding(SlotCondition.REFUSED_ONCE, SlotCondition.UNREQUESTED_ALLOWED)))
        .isEqualTo(OfGuest.EJECT_UNREQUESTED);
  }

  private static Predicate<SlotCondition> holding(SlotCondition... conditions) {
    Set<SlotCondition> holding = EnumSet.of(SlotCondition.ALWAYS, conditions);
    return holding::contains;
  }
}
