package org.memslot.cli.monitor.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memslot.hypervisor.PcBoard;

/** {@code help}: lists the commands or explains one. */
record HelpCommand() implements MonitorCommand {
  @Override
  public String usage() {
    return "help [COMMAND]";
  }

  @Override
  public String explanation() {
    return "Lists the commands, or explains one.";
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    if (arguments.words().isEmpty()) {
      return new ListAll(arguments.commands());
    }
    String name = arguments.exactly(1).getFirst();
    return arguments
        .commands()
        .find(name)
        .map(Explain::new)
        .orElseThrow(
            () ->
                new InvalidLineException(
                    "help %s: there is no command \"%s\"; help lists them".formatted(name, name)));
  }

  @Override
  public Stream<String> completions(int place, List<String> slots, MonitorCommands commands) {
    return place == 1 ? commands.names().stream() : Stream.empty();
  }

  /** Lists the commands. */
  record ListAll(MonitorCommands commands) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      return Answer.of(
          commands.list().stream().map(MonitorCommand::usage).collect(Collectors.joining("\n"))
              + "\nEvents are lines that begin with an asterisk. \"help COMMAND\" says more.");
    }
  }

  /** Explains a command. */
  record Explain(MonitorCommand command) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      return Answer.of(command.usage() + "\n" + command.explanation().indent(2).stripTrailing());
    }
  }
}
