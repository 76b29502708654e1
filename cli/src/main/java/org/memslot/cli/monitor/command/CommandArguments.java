package org.memslot.cli.monitor.command;

import java.util.List;

/**
 * The arguments of a command: the words of a line after the command's name.
 *
 * @param commands the commands of the monitor
 * @param command the one that the line names
 * @param words the arguments in their order
 */
public record CommandArguments(
    MonitorCommands commands, MonitorCommand command, List<String> words) {
  /** Copies the arguments. */
  public CommandArguments {
    words = List.copyOf(words);
  }

  /**
   * The arguments, when there are exactly so many.
   *
   * @throws InvalidLineException when one is missing or too much
   */
  public List<String> exactly(int count) throws InvalidLineException {
    if (words.size() < count) {
      throw invalid(command.name() + ": a word is missing");
    }
    if (words.size() > count) {
      throw invalid("%s: unexpected argument \"%s\"".formatted(command.name(), words.get(count)));
    }
    return words;
  }

  /** A problem of the line; the command's usage is added to it. */
  public InvalidLineException invalid(String problem) {
    return new InvalidLineException(problem + "; write " + command.usage());
  }
}
