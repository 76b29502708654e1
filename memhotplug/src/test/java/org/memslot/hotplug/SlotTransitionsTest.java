package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
      for (Set<SlotCondition> holding : everySetOfConditions()) {
        for (Operator trigger : Operator.values()) {
          reached.add(SlotTransitions.decide(trigger, state, holding::contains));
        }
        for (Guest trigger : Guest.values()) {
          reached.add(SlotTransitions.decide(trigger, state, holding::contains));
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

  private static List<Set<SlotCondition>> everySetOfConditions() {
    List<Set<SlotCondition>> sets = new ArrayList<>(List.of(EnumSet.of(SlotCondition.ALWAYS)));
    for (SlotCondition condition : SlotCondition.values()) {
      for (Set<SlotCondition> without : List.copyOf(sets)) {
        Set<SlotCondition> with = EnumSet.copyOf(without);
        with.add(condition);
        sets.add(with);
      }
    }
    return sets;
  }

  private static Predicate<SlotCondition> holding(SlotCondition... conditions) {
    Set<SlotCondition> holding = EnumSet.of(SlotCondition.ALWAYS, conditions);
    return holding::contains;
  }
}
