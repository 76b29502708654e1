package org.memslot.cli.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.cli.monitor.command.MonitorLine;
import org.memslot.cli.monitor.command.MonitorParser;

/**
 * The commands of {@code --exec}, checked before anything is started.
 *
 * @param commands in their order
 */
public record ExecScript(List<MonitorLine.Command> commands) {
  /** Copies the commands. */
  public ExecScript {
    commands = List.copyOf(commands);
  }

  /**
   * Reads commands that stand between semicolons.
   *
   * @param text the option's value
   * @param known the monitor's commands
   * @param slots the names of the machine's slots
   * @throws WrongWordsException with every command that is wrong
   */
  public static ExecScript parse(String text, MonitorCommands known, Set<String> slots) {
    MonitorParser parser = new MonitorParser(known);
    List<MonitorLine.Command> commands = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String line : text.split(";", -1)) {
      switch (parser.parse(line)) {
        case MonitorLine.Blank() -> {}
        case MonitorLine.Wrong(String message) -> problems.add("--exec: " + message);
        case MonitorLine.Command command -> {
          if (!commands.isEmpty() && commands.getLast().action().isQuit()) {
            problems.add(
                "--exec: \"%s\" stands after quit, which ends the machine; put quit last"
                    .formatted(command.text()));
          }
          commands.add(command);
          command
              .action()
              .requiredSlot()
              .filter(id -> !slots.contains(id))
              .ifPresent(id -> problems.add("--exec: " + noSuchSlot(id, slots)));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongWordsException(problems);
    }
    return new ExecScript(commands);
  }

  private static String noSuchSlot(String id, Set<String> slots) {
    return slots.isEmpty()
        ? "there is no slot \"%s\"; this machine has none: name one by -memslot id=%s,size=SIZE"
            .formatted(id, id)
        : "there is no slot \"%s\"; the slots are %s"
            .formatted(id, String.join(", ", new TreeSet<>(slots)));
  }
}
