package org.memslot.cli.monitor.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * A command of the monitor: what the user types, what the help says about it, and what a line of it
 * means.
 */
public interface MonitorCommand {
  /** The forms of its lines, as the help lists them. Each begins with the command's name. */
  String usage();

  /** What it does: lines without a last line end. */
  String explanation();

  /**
   * Reads a line of this command.
   *
   * @param arguments the words after the command's name
   * @return what the line means, ready to be carried out
   * @throws InvalidLineException when the line has none of the command's forms
   */
  MonitorAction parse(CommandArguments arguments) throws InvalidLineException;

  /** The first word of its lines and of its usage. */
  default String name() {
    return usage().split(" ", 2)[0];
  }

  /**
   * The words that a terminal offers at a place of the line; none by default.
   *
   * @param place counts the words after the command's name from 1
   * @param slots the names of the machine's slots
   * @param commands the commands of the monitor
   */
  default Stream<String> completions(int place, List<String> slots, MonitorCommands commands) {
    return Stream.empty();
  }
}
