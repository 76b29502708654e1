package org.memslot.cli.monitor.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of a monitor.
 *
 * @param list in the order of the help; their names differ
 */
public record MonitorCommands(List<MonitorCommand> list) {
  /** The commands of {@code memslot run}. A new command is a class and a line here. */
  public static final MonitorCommands STANDARD =
      new MonitorCommands(
          List.of(
              new MemslotCommand(),
              new InfoCommand(),
              new SystemResetCommand(),
              new SystemPowerdownCommand(),
              new SavevmCommand(),
              new QuitCommand(),
              new HelpCommand(),
              new GuestCommand()));

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when two commands have the same name
   */
  public MonitorCommands {
    list = List.copyOf(list);
    List<String> names = list.stream().map(MonitorCommand::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("two monitor commands have the same name: " + names);
    }
  }

  /**
   * These commands and one more.
   *
   * @throws IllegalArgumentException when there is a command of that name
   */
  public MonitorCommands with(MonitorCommand command) {
    return new MonitorCommands(Stream.concat(list.stream(), Stream.of(command)).toList());
  }

  /** The names of the commands. */
  public List<String> names() {
    return list.stream().map(MonitorCommand::name).toList();
  }

  /** The command of a name. */
  public Optional<MonitorCommand> find(String name) {
    return list.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
