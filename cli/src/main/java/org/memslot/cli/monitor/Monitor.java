package org.memslot.cli.monitor;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.memslot.hotplug.CommandResult;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.SlotRequest;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.MemoryHolder;
import org.memslot.hypervisor.PcBoard;

/** Carries out the monitor's commands on a board. Any number of sessions may use it at once. */
public final class Monitor {
  private final PcBoard board;
  private final MonitorInfo info;

  /** A monitor of this board, which has power. */
  public Monitor(PcBoard board) {
    this.board = board;
    this.info = new MonitorInfo(board);
  }

  Answer execute(MonitorCommand command) {
    return switch (command) {
      case MonitorCommand.AddSlot(String id) -> added(board.slots().add(id));
      case MonitorCommand.AddMemory(SlotRequest request) -> added(board.slots().add(request));
      case MonitorCommand.CancelSlot(String id) -> answer(board.slots().cancel(id));
      case MonitorCommand.SaveSlots(String file) -> save(file);
      case MonitorCommand.DeleteSlot(String id) -> answer(board.slots().delete(id));
      case MonitorCommand.ShowInfo(MonitorCommand.Topic topic) -> Answer.of(info.about(topic));
      case MonitorCommand.SystemReset() -> reset();
      case MonitorCommand.SystemPowerdown() -> powerDown();
      case MonitorCommand.Quit() -> new Answer("", Answer.Kind.QUIT);
      case MonitorCommand.Help(Optional<MonitorVerb> about) -> Answer.of(help(about));
      case MonitorCommand.UseMemory(long address) -> use(address);
      case MonitorCommand.ReleaseMemory(long address) -> release(address);
    };
  }

  /** Shows every event from now on. */
  EventFeed feed(MonitorOutput output) {
    return new EventFeed(board, new Shown(output));
  }

  /** Shows every event from now on, and then to a watch. */
  EventFeed feed(MonitorOutput output, OutcomeWatch watch) {
    return new EventFeed(
        board,
        new Shown(output) {
          @Override
          public void show(BoardEvent event) {
            super.show(event);
            watch.show(event);
          }
        });
  }

  /** Events as lines of an output. */
  private static class Shown implements EventFeed.Listener {
    private final MonitorOutput output;

    Shown(MonitorOutput output) {
      this.output = output;
    }

    @Override
    public void show(BoardEvent event) {
      output.event(event.line());
    }

    @Override
    public void lost(long count) {
      output.event(
          "%d more events were not shown: this monitor was not read in time".formatted(count));
    }
  }

  /**
   * Waits until the guest has dealt with everything so far; false when it has not within the limit.
   */
  boolean awaitIdle(Duration limit) throws InterruptedException {
    return board.awaitIdle(limit);
  }

  /** True when the guest has turned the machine off. */
  boolean isOff() {
    return board.off().isDone();
  }

  private static Answer answer(CommandResult result) {
    return switch (result) {
      case CommandResult.Started started -> Answer.of(started.message());
      case CommandResult.Refused refused -> Answer.refused(refused.message());
    };
  }

  /** What was started, and what the operator should know of it, a line each. */
  private Answer added(CommandResult result) {
    return switch (result) {
      case CommandResult.Started(MemorySlot slot, String message) -> {
        List<String> lines = new ArrayList<>(List.of(message));
        board.advice(slot).forEach(advice -> lines.add("warning: " + advice.message()));
        yield Answer.of(String.join("\n", lines));
      }
      case CommandResult.Refused refused -> Answer.refused(refused.message());
    };
  }

  private Answer save(String file) {
    try {
      board.save(Path.of(file));
      return Answer.of("slots saved to " + file);
    } catch (IOException | InvalidPathException e) {
      return Answer.refused("savevm %s: %s; an old file is as it was".formatted(file, e));
    }
  }

  private Answer reset() {
    board.requestReset();
    return Answer.of("resetting");
  }

  private Answer powerDown() {
    return board.pressPowerButton()
        ? Answer.of("power button pressed")
        : Answer.refused(
            "power button pressed, but the guest does not listen to it; quit ends the machine all"
                + " the same");
  }

  private Answer use(long address) {
    return board.guest().orElse(null) instanceof MemoryHolder holder
        ? held(holder.use(address), "in use", address, "the guest has no memory there")
        : notEmbedded();
  }

  private Answer release(long address) {
    return board.guest().orElse(null) instanceof MemoryHolder holder
        ? held(holder.release(address), "released", address, "the guest does not hold it")
        : notEmbedded();
  }

  private static Answer held(boolean done, String word, long address, String otherwise) {
    String where = "memory at 0x%x: ".formatted(address);
    return done ? Answer.of(where + word) : Answer.refused(where + otherwise);
  }

  private static Answer notEmbedded() {
    return Answer.refused("only the embedded guest (--guest ospm) can be told to hold memory");
  }

  private static String help(Optional<MonitorVerb> about) {
    return about
        .map(verb -> verb.usage() + "\n" + verb.explanation().indent(2).stripTrailing())
        .orElseGet(
            () ->
                Arrays.stream(MonitorVerb.values())
                        .map(MonitorVerb::usage)
                        .collect(Collectors.joining("\n"))
                    + "\n"
                    + "Events are lines that begin with an asterisk. \"help COMMAND\" says"
                    + " more.");
  }
}
