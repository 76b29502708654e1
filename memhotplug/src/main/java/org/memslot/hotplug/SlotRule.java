package org.memslot.hotplug;

import java.util.Map;
import org.memslot.hotplug.slot.SlotState;

/**
 * A line of {@link SlotTransitions}: what a trigger does in some states if a condition holds.
 *
 * @param <T> who triggers
 * @param <A> what can be done then
 * @param actions the action for each state; the line does not apply to states not listed
 */
record SlotRule<T extends SlotTrigger, A extends SlotAction>(
    T trigger, SlotCondition condition, Map<SlotState, A> actions) {
  SlotRule {
    actions = Map.copyOf(actions);
  }

  /** A line for all states. */
  static <T extends SlotTrigger, A extends SlotAction> SlotRule<T, A> of(
      T trigger, A empty, A populated, A online, A ejectRequested, A ejecting) {
    return new SlotRule<>(
        trigger,
        SlotCondition.ALWAYS,
        Map.of(
            SlotState.EMPTY, empty,
            SlotState.POPULATED, populated,
            SlotState.ONLINE, online,
            SlotState.EJECT_REQUESTED, ejectRequested,
            SlotState.EJECTING, ejecting));
  }
}
