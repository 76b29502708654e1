package org.memslot.cli.monitor;

import java.io.IOException;
import java.util.Optional;
import org.memslot.cli.monitor.command.Answer;
import org.memslot.cli.monitor.command.MonitorLine;
import org.memslot.cli.monitor.command.MonitorParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One user at the monitor: reads a line, has it carried out, shows the answer, until the lines end
 * or one is quit.
 */
final class MonitorSession {
  /** How a session ended. */
  enum End {
    /** There are no more lines. */
    END_OF_INPUT,
    /** The user wants the machine to end. */
    QUIT
  }

  /** Where lines come from. */
  interface Lines {
    /** Waits for the next line; empty when there are no more. */
    Optional<String> next() throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(MonitorSession.class);

  private final Monitor monitor;
  private final Lines lines;
  private final MonitorOutput output;

  MonitorSession(Monitor monitor, Lines lines, MonitorOutput output) {
    this.monitor = monitor;
    this.lines = lines;
    this.output = output;
  }

  End run() throws IOException {
    MonitorParser parser = new MonitorParser(monitor.commands());
    while (true) {
      output.prompt();
      Optional<String> line = lines.next();
      if (line.isEmpty()) {
        return End.END_OF_INPUT;
      }
      output.command(line.get().strip());
      MonitorLine parsed = parser.parse(line.get());
      output.answer(answer(parsed).text());
      if (parsed instanceof MonitorLine.Command command && command.action().isQuit()) {
        return End.QUIT;
      }
    }
  }

  private Answer answer(MonitorLine line) {
    return switch (line) {
      case MonitorLine.Blank() -> Answer.of("");
      case MonitorLine.Wrong(String message) -> Answer.refused(message);
      case MonitorLine.Command command -> execute(command);
    };
  }

  /** A command that fails in a way that nobody has foreseen ends neither session nor machine. */
  private Answer execute(MonitorLine.Command line) {
    try {
      return monitor.execute(line.action());
    } catch (RuntimeException e) {
      LOG.warn("{} failed", line.text(), e);
      return Answer.refused("%s: failed: %s".formatted(line.text(), e));
    }
  }
}
