package org.memslot.hotplug;

import org.memslot.hotplug.slot.SlotState;

/** What a trigger does to a slot in some state: an entry of {@link SlotTransitions}. */
public sealed interface SlotTransition {
  /**
   * The slot goes to another state.
   *
   * @param next that state
   */
  record To(SlotState next) implements SlotTransition {}

  /**
   * A removal is off: the slot goes back to what it was before the request, populated or online.
   */
  record Back() implements SlotTransition {}

  /** The trigger is in order, the slot stays in its state, and whoever must know is told. */
  record Stay() implements SlotTransition {}

  /**
   * The operator asked for what cannot be: nothing changes, and the answer says why.
   *
   * @param reason why, and the way out
   */
  record Refuse(String reason) implements SlotTransition {}

  /** The guest did what it should not have done: nothing changes but a counter. */
  record Ignore() implements SlotTransition {}

  /** Nothing to do and nothing to say. */
  record Nothing() implements SlotTransition {}

  /** The entry as a table shows it. */
  default String cell() {
    return switch (this) {
      case To(SlotState next) -> "-> " + next.word();
      case Back() -> "-> back";
      case Stay() -> "stays";
      case Refuse(String reason) -> "refused";
      case Ignore() -> "counted";
      case Nothing() -> "-";
    };
  }
}
