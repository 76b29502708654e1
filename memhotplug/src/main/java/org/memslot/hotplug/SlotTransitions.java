package org.memslot.hotplug;

import static org.memslot.hotplug.slot.SlotState.EJECTING;
import static org.memslot.hotplug.slot.SlotState.EJECT_REQUESTED;
import static org.memslot.hotplug.slot.SlotState.EMPTY;
import static org.memslot.hotplug.slot.SlotState.ONLINE;
import static org.memslot.hotplug.slot.SlotState.POPULATED;

import java.util.ArrayList;
import java.util.List;
import org.memslot.hotplug.slot.SlotState;

/**
 * The state machine of a slot, as one table. Rows are triggers and columns are states; see {@link
 * #table} for a printable form.
 *
 * <p>Three entries depend on more than the state. "Back" is the state before the request. An {@code
 * add failed} report makes the slot <em>declined</em>: adding it again tells the guest again, and
 * deleting it does not wait for a guest that never took it. And a guest may eject memory that
 * nobody asked for only where {@link HotplugSettings#unrequestedEject} allows it.
 */
public final class SlotTransitions {
  private static final SlotTransition STAY = new SlotTransition.Stay();
  private static final SlotTransition BACK = new SlotTransition.Back();
  private static final SlotTransition COUNT = new SlotTransition.Ignore();
  private static final SlotTransition NOTHING = new SlotTransition.Nothing();

  /** What a trigger does in each state. */
  private record Row(
      SlotTransition empty,
      SlotTransition populated,
      SlotTransition online,
      SlotTransition ejectRequested,
      SlotTransition ejecting) {
    SlotTransition in(SlotState state) {
      return switch (state) {
        case EMPTY -> empty;
        case POPULATED -> populated;
        case ONLINE -> online;
        case EJECT_REQUESTED -> ejectRequested;
        case EJECTING -> ejecting;
      };
    }
  }

  private static final Row ADD =
      new Row(
          to(POPULATED),
          refuse("it has memory already; delete it first to add it anew"),
          refuse("it has memory already, and the guest uses it; delete it first to add it anew"),
          refuse("its removal was asked for; wait for the outcome or cancel it"),
          refuse("its memory is leaving; add it when the deletion is done"));
  private static final Row DELETE =
      new Row(
          refuse("there is nothing to delete"),
          to(EJECT_REQUESTED),
          to(EJECT_REQUESTED),
          STAY,
          refuse("the guest has let go already; the deletion waits for holders on the host"));
  private static final Row CANCEL =
      new Row(
          refuse("no removal was asked for"),
          refuse("no removal was asked for"),
          refuse("no removal was asked for"),
          BACK,
          refuse("the guest has let go already; add the slot again when the deletion is done"));
  private static final Row ADD_SUCCEEDED = new Row(COUNT, to(ONLINE), COUNT, STAY, COUNT);
  private static final Row ADD_FAILED = new Row(COUNT, STAY, COUNT, STAY, COUNT);
  private static final Row REMOVAL_STARTED = new Row(COUNT, COUNT, COUNT, STAY, COUNT);
  private static final Row REMOVAL_REFUSED = new Row(COUNT, COUNT, COUNT, BACK, COUNT);
  private static final Row EJECT = new Row(COUNT, COUNT, COUNT, to(EJECTING), COUNT);
  private static final Row WITHDRAW =
      new Row(NOTHING, to(EJECTING), to(EJECTING), to(EJECTING), NOTHING);
  private static final Row DRAINED = new Row(NOTHING, NOTHING, NOTHING, NOTHING, to(EMPTY));
  private static final Row RETAINED = new Row(NOTHING, NOTHING, NOTHING, NOTHING, to(POPULATED));
  private static final Row RESET = new Row(NOTHING, NOTHING, to(POPULATED), to(EJECTING), NOTHING);

  private SlotTransitions() {}

  /** What a trigger does to a slot in that state. */
  public static SlotTransition of(SlotState state, SlotTrigger trigger) {
    Row row =
        switch (trigger) {
          case ADD -> ADD;
          case DELETE -> DELETE;
          case CANCEL -> CANCEL;
          case ADD_SUCCEEDED -> ADD_SUCCEEDED;
          case ADD_FAILED -> ADD_FAILED;
          case REMOVAL_STARTED -> REMOVAL_STARTED;
          case REMOVAL_REFUSED -> REMOVAL_REFUSED;
          case EJECT -> EJECT;
          case WITHDRAW -> WITHDRAW;
          case DRAINED -> DRAINED;
          case RETAINED -> RETAINED;
          case RESET -> RESET;
        };
    return row.in(state);
  }

  /** The whole table as text: one line for each trigger, a column for each state. */
  public static String table() {
    StringBuilder text = new StringBuilder();
    List<String> heading = new ArrayList<>(List.of("trigger"));
    for (SlotState state : SlotState.values()) {
      heading.add(state.word());
    }
    line(text, heading);
    for (SlotTrigger trigger : SlotTrigger.values()) {
      List<String> cells = new ArrayList<>(List.of(trigger.words()));
      for (SlotState state : SlotState.values()) {
        cells.add(of(state, trigger).cell());
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

  private static SlotTransition to(SlotState next) {
    return new SlotTransition.To(next);
  }

  private static SlotTransition refuse(String reason) {
    return new SlotTransition.Refuse(reason);
  }
}
