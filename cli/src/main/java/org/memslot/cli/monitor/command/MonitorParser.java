package org.memslot.cli.monitor.command;

import java.util.Arrays;
import java.util.List;
import org.memslot.cli.console.Quoted;

/**
 * Reads lines of the monitor. Words stand between blanks; every line is either a command, blank, or
 * wrong with one line that says why. It takes any text and never throws.
 *
 * @param commands those that a line may name
 */
public record MonitorParser(MonitorCommands commands) {
  /** The longest line that is looked at, in characters. */
  public static final int LONGEST_LINE = 4096;

  /** What a line, without its end, means. */
  public MonitorLine parse(String line) {
    if (line.length() > LONGEST_LINE) {
      return new MonitorLine.Wrong(
          "a line of %d characters; the longest is %d".formatted(line.length(), LONGEST_LINE));
    }
    String text = line.strip();
    if (text.isEmpty()) {
      return new MonitorLine.Blank();
    }
    try {
      return new MonitorLine.Command(text, action(Arrays.asList(text.split("\\s+"))));
    } catch (InvalidLineException e) {
      return new MonitorLine.Wrong(Quoted.line(e.getMessage()));
    }
  }

  private MonitorAction action(List<String> words) throws InvalidLineException {
    String name = words.getFirst();
    MonitorCommand command =
        commands
            .find(name)
            .orElseThrow(
                () ->
                    new InvalidLineException(
                        "unknown command \"%s\"; there are %s"
                            .formatted(name, String.join(", ", commands.names()))));
    return command.parse(new CommandArguments(commands, command, words.subList(1, words.size())));
  }
}
