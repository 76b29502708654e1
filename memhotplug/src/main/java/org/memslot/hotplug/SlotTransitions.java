package org.memslot.hotplug;

import static org.memslot.hotplug.SlotCondition.CANCELLED;
import static org.memslot.hotplug.SlotCondition.DECLINED;
import static org.memslot.hotplug.SlotCondition.NEVER_TAKEN;
import static org.memslot.hotplug.SlotCondition.NOT_ASKABLE;
import static org.memslot.hotplug.SlotCondition.REFUSED_ONCE;
import static org.memslot.hotplug.SlotCondition.UNREQUESTED_ALLOWED;
import static org.memslot.hotplug.SlotCondition.WAS_ONLINE;
import static org.memslot.hotplug.slot.SlotState.EJECT_REQUESTED;
import static org.memslot.hotplug.slot.SlotState.ONLINE;
import static org.memslot.hotplug.slot.SlotState.POPULATED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.memslot.hotplug.SlotAction.Obey;
import org.memslot.hotplug.SlotAction.OfGuest;
import org.memslot.hotplug.SlotAction.OfMachine;
import org.memslot.hotplug.SlotAction.OfOperator;
import org.memslot.hotplug.SlotTrigger.Guest;
import org.memslot.hotplug.SlotTrigger.Machine;
import org.memslot.hotplug.SlotTrigger.Operator;
import org.memslot.hotplug.slot.SlotState;

/**
 * The state machine of a slot, as one table of triggers and states. Of the lines of a trigger the
 * first decides whose condition holds; see {@link #table} for a printable form.
 */
public final class SlotTransitions {
  private static final String NOT_ASKED_FOR = "no removal was asked for";

  private static final List<SlotRule<Operator, OfOperator>> OPERATOR =
      List.of(
          new SlotRule<>(Operator.ADD, DECLINED, Map.of(POPULATED, Obey.OFFER_AGAIN)),
          SlotRule.of(
              Operator.ADD,
              Obey.POPULATE,
              refuse("it has memory already; delete it first to add it anew"),
              refuse(
                  "it has memory already, and the guest uses it; delete it first to add it anew"),
              refuse("its removal was asked for; wait for the outcome or cancel it"),
              refuse("its memory is leaving; add it when the deletion is done")),
          new SlotRule<>(
              Operator.DELETE,
              NEVER_TAKEN,
              Map.of(POPULATED, Obey.TAKE_BACK, ONLINE, Obey.TAKE_BACK)),
          new SlotRule<>(
              Operator.DELETE, CANCELLED, Map.of(POPULATED, Obey.ASK_ANEW, ONLINE, Obey.ASK_ANEW)),
          SlotRule.of(
              Operator.DELETE,
              refuse("there is nothing to delete"),
              Obey.ASK,
              Obey.ASK,
              Obey.ASK_AGAIN,
              refuse("the guest has let go already; the deletion waits for holders on the host")),
          SlotRule.of(
              Operator.CANCEL,
              refuse(NOT_ASKED_FOR),
              refuse(NOT_ASKED_FOR),
              refuse(NOT_ASKED_FOR),
              Obey.CANCEL,
              refuse(
                  "the guest has let go already; add the slot again when the deletion is done")));

  private static final List<SlotRule<Guest, OfGuest>> GUEST =
      List.of(
          new SlotRule<>(Guest.ADD_SUCCEEDED, WAS_ONLINE, Map.of(EJECT_REQUESTED, OfGuest.COUNT)),
          SlotRule.of(
              Guest.ADD_SUCCEEDED,
              OfGuest.COUNT,
              OfGuest.GO_ONLINE,
              OfGuest.COUNT,
              OfGuest.NOTE_ONLINE,
              OfGuest.COUNT),
          new SlotRule<>(
              Guest.ADD_FAILED,
              DECLINED,
              Map.of(POPULATED, OfGuest.COUNT, EJECT_REQUESTED, OfGuest.COUNT)),
          new SlotRule<>(Guest.ADD_FAILED, WAS_ONLINE, Map.of(EJECT_REQUESTED, OfGuest.COUNT)),
          new SlotRule<>(
              Guest.ADD_FAILED, NOT_ASKABLE, Map.of(EJECT_REQUESTED, OfGuest.LEAVE_DECLINED)),
          SlotRule.of(
              Guest.ADD_FAILED,
              OfGuest.COUNT,
              OfGuest.DECLINE,
              OfGuest.COUNT,
              OfGuest.DECLINE,
              OfGuest.COUNT),
          new SlotRule<>(
              Guest.REMOVAL_STARTED,
              SlotCondition.REMOVAL_STARTED,
              Map.of(EJECT_REQUESTED, OfGuest.COUNT)),
          onlyWhenAsked(Guest.REMOVAL_STARTED, OfGuest.NOTE_REMOVAL),
          onlyWhenAsked(Guest.REMOVAL_REFUSED, OfGuest.KEEP),
          new SlotRule<>(
              Guest.EJECT,
              UNREQUESTED_ALLOWED,
              Map.of(POPULATED, OfGuest.EJECT_UNREQUESTED, ONLINE, OfGuest.EJECT_UNREQUESTED)),
          new SlotRule<>(
              Guest.EJECT,
              CANCELLED,
              Map.of(POPULATED, OfGuest.OFFER_CROSSED, ONLINE, OfGuest.OFFER_CROSSED)),
          new SlotRule<>(
              Guest.EJECT,
              REFUSED_ONCE,
              Map.of(POPULATED, OfGuest.OFFER_REFUSED, ONLINE, OfGuest.OFFER_REFUSED)),
          SlotRule.of(
              Guest.EJECT,
              OfGuest.COUNT_EJECT,
              OfGuest.COUNT_AND_TELL,
              OfGuest.COUNT_AND_TELL,
              OfGuest.EJECT,
              OfGuest.COUNT_EJECT));

  private static final List<SlotRule<Machine, OfMachine>> MACHINE =
      List.of(
          SlotRule.of(
              Machine.RESET,
              OfMachine.NOTHING,
              OfMachine.NOTHING,
              OfMachine.FORGET_USE,
              OfMachine.LEAVE,
              OfMachine.NOTHING),
          SlotRule.of(
              Machine.RESET_TO_START,
              OfMachine.NOTHING,
              OfMachine.LEAVE,
              OfMachine.LEAVE,
              OfMachine.LEAVE,
              OfMachine.NOTHING),
          onlyEjecting(Machine.DRAINED, OfMachine.EMPTY),
          onlyEjecting(Machine.RETAINED, OfMachine.OFFER_RETAINED));

  private SlotTransitions() {}

  /**
   * Returns what an operator's command does to a slot in this state; the predicate tests
   * conditions.
   */
  static OfOperator decide(Operator trigger, SlotState state, Predicate<SlotCondition> slot) {
    return decide(OPERATOR, trigger, state, slot);
  }

  /** Returns what a guest's report does to a slot in this state; the predicate tests conditions. */
  static OfGuest decide(Guest trigger, SlotState state, Predicate<SlotCondition> slot) {
    return decide(GUEST, trigger, state, slot);
  }

  /** Returns what an event of the machine does to a slot in this state. */
  static OfMachine decide(Machine trigger, SlotState state) {
    return decide(MACHINE, trigger, state, SlotCondition.ALWAYS::equals);
  }

  private static <T extends SlotTrigger, A extends SlotAction> A decide(
      List<SlotRule<T, A>> rules, T trigger, SlotState state, Predicate<SlotCondition> slot) {
    for (SlotRule<T, A> rule : rules) {
      A action = rule.actions().get(state);
      if (action != null && rule.trigger() == trigger && slot.test(rule.condition())) {
        return action;
      }
    }
    throw new IllegalStateException("no line for %s in state %s".formatted(trigger, state));
  }

  /** Every line, the first that holds first. */
  static List<SlotRule<? extends SlotTrigger, ? extends SlotAction>> rules() {
    return Stream.of(OPERATOR, GUEST, MACHINE)
        .<SlotRule<? extends SlotTrigger, ? extends SlotAction>>flatMap(List::stream)
        .toList();
  }

  /**
   * The whole table as text, with a column for each state. An empty cell leaves the decision to the
   * lines below.
   */
  public static String table() {
    StringBuilder text = new StringBuilder();
    List<String> heading = new ArrayList<>(List.of("trigger", "if"));
    for (SlotState state : SlotState.values()) {
      heading.add(state.word());
    }
    line(text, heading);
    for (SlotRule<?, ?> rule : rules()) {
      List<String> cells =
          new ArrayList<>(List.of(rule.trigger().words(), rule.condition().words()));
      for (SlotState state : SlotState.values()) {
        SlotAction action = rule.actions().get(state);
        cells.add(action == null ? "" : action.cell());
      }
      line(text, cells);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    StringBuilder line = new StringBuilder("%-28s".formatted(cells.getFirst()));
    cells.subList(1, cells.size()).forEach(cell -> line.append("%-20s".formatted(cell)));
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static SlotRule<Guest, OfGuest> onlyWhenAsked(Guest trigger, OfGuest action) {
    OfGuest count = OfGuest.COUNT;
    return SlotRule.of(trigger, count, count, count, action, count);
  }

  private static SlotRule<Machine, OfMachine> onlyEjecting(Machine trigger, OfMachine action) {
    OfMachine nothing = OfMachine.NOTHING;
    return SlotRule.of(trigger, nothing, nothing, nothing, nothing, action);
  }

  private static OfOperator refuse(String reason) {
    return new SlotAction.Refuse(reason);
  }
}
