package org.memslot.cli.monitor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memslot.cli.words.SlotWords;
import org.memslot.hotplug.CommandResult;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.SlotEvent;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;

/** {@code memslot}: gives the guest the memory of slots and asks for it back. */
record MemslotCommand() implements MonitorCommand {
  @Override
  public String usage() {
    return "memslot ID add|delete|cancel, memslot add size=SIZE[,start=ADDR|auto][,node=PXM]";
  }

  @Override
  public String explanation() {
    return """
    add gives the guest the slot's memory; delete asks the guest to give it back; cancel takes
    the request back. Each answers at once with what was started; the outcome is an event:
    online, eject-refused with its reason, or deleted. After a refusal delete can be given again.
    add size=SIZE puts that much memory into a free slot of -m SIZE,slots=N,maxmem=SIZE.\
    """;
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    List<String> words = arguments.words();
    if (words.size() == 3 && words.get(1).equals("delete") && words.get(2).equals("--force")) {
      throw new InvalidLineException(
          "memslot %s delete --force: there is no such thing: the guest may be using the memory, and pulling it away would corrupt it; ask again with delete, or take it at a reset with --reboot forget"
              .formatted(words.getFirst()));
    }
    String id = arguments.exactly(2).getFirst();
    String verb = words.getLast();
    if (id.equals("add") && verb.contains("=")) {
      return new AddMemory(request(verb));
    }
    return switch (verb) {
      case "add" -> new Add(id);
      case "delete" -> new Delete(id);
      case "cancel" -> new Cancel(id);
      default ->
          throw arguments.invalid(
              "memslot %s %s: \"%s\" is not add, delete or cancel".formatted(id, verb, verb));
    };
  }

  private static SlotRequest request(String text) throws InvalidLineException {
    try {
      return SlotRequest.parse(text);
    } catch (SlotOptionException e) {
      throw new InvalidLineException(
          e.problems().stream().map(SlotWords::line).collect(Collectors.joining("; ")));
    }
  }

  @Override
  public Stream<String> completions(int place, List<String> slots, MonitorCommands commands) {
    return switch (place) {
      case 1 -> slots.stream();
      case 2 -> Stream.of("add", "delete", "cancel");
      default -> Stream.empty();
    };
  }

  /** An action on a slot that has a name. */
  interface OnSlot extends MonitorAction {
    String id();

    @Override
    default Optional<String> requiredSlot() {
      return Optional.of(id());
    }
  }

  /** Gives the guest the slot's memory. */
  record Add(String id) implements OnSlot {
    @Override
    public Answer execute(PcBoard board) {
      return added(board, board.slots().add(id));
    }

    @Override
    public Optional<Predicate<BoardEvent>> end() {
      return on(event -> event.id().equals(id) && endsAddition(event));
    }
  }

  /** Gives the guest memory in a free slot. */
  record AddMemory(SlotRequest request) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      return added(board, board.slots().add(request));
    }

    /** Of any slot: commands are carried out one at a time, so the chosen slot is the one. */
    @Override
    public Optional<Predicate<BoardEvent>> end() {
      return on(MemslotCommand::endsAddition);
    }
  }

  /** Asks the guest for the slot's memory. */
  record Delete(String id) implements OnSlot {
    @Override
    public Answer execute(PcBoard board) {
      return answer(board.slots().delete(id));
    }

    @Override
    public Optional<Predicate<BoardEvent>> end() {
      return on(
          event ->
              event.id().equals(id)
                  && (event instanceof SlotEvent.Deleted
                      || event instanceof SlotEvent.EjectRefused
                      || event instanceof SlotEvent.EjectFailed));
    }
  }

  /** Takes back the request for the slot's memory. */
  record Cancel(String id) implements OnSlot {
    @Override
    public Answer execute(PcBoard board) {
      return answer(board.slots().cancel(id));
    }
  }

  private static Answer answer(CommandResult result) {
    return switch (result) {
      case CommandResult.Started started -> Answer.of(started.message());
      case CommandResult.Refused(var reason) -> Answer.refused(SlotWords.line(reason));
    };
  }

  /** What was started, and the board's warnings about it, a line each. */
  private static Answer added(PcBoard board, CommandResult result) {
    if (!(result instanceof CommandResult.Started(MemorySlot slot, String message))) {
      return answer(result);
    }
    List<String> lines = new ArrayList<>(List.of(message));
    board.advice(slot).forEach(advice -> lines.add("warning: " + SlotWords.line(advice)));
    return Answer.of(String.join("\n", lines));
  }

  private static Optional<Predicate<BoardEvent>> on(Predicate<SlotEvent.OfSlot> end) {
    return Optional.of(
        event -> event instanceof BoardEvent.OfSlots(SlotEvent.OfSlot ofSlot) && end.test(ofSlot));
  }

  private static boolean endsAddition(SlotEvent.OfSlot event) {
    return event instanceof SlotEvent.Online || event instanceof SlotEvent.AddRefused;
  }
}
