package org.memslot.cli.monitor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A person at a terminal: lines are edited, completed and remembered, and events appear above the
 * one being typed.
 */
final class TerminalConsole extends TypedOutput {
  private final Terminal terminal;
  private final LineReader reader;

  TerminalConsole(List<String> slots) throws IOException {
    terminal = TerminalBuilder.builder().name("memslot").build();
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .completer(new MonitorCompleter(slots))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  Optional<String> type() {
    try {
      return Optional.of(reader.readLine(PROMPT));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  @Override
  void showLines(String text) {
    terminal.writer().println(text);
    terminal.flush();
  }

  @Override
  void showEvent(String line) {
    reader.printAbove(line);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
