package org.memslot.cli.monitor;

import java.io.IOError;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person at a terminal: lines are edited, completed and remembered, and events appear above the
 * one being typed.
 */
final class TerminalConsole extends TypedOutput {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalConsole.class);

  private final Terminal terminal;
  private final LineReader reader;

  private volatile boolean closing;

  /** Lines of a paste that are still to be carried out. */
  private final Queue<String> pasted = new ArrayDeque<>();

  /** At the terminal that the process has. */
  TerminalConsole(Completer completer) throws IOException {
    this(TerminalBuilder.builder().name("memslot").build(), completer);
  }

  /** At any terminal, which is closed with this. */
  TerminalConsole(Terminal terminal, Completer completer) {
    this.terminal = terminal;
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .completer(completer)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  Optional<String> type() {
    if (!pasted.isEmpty()) {
      String next = pasted.remove();
      showLines(PROMPT + next);
      return Optional.of(next);
    }
    try {
      // A terminal gives a paste as a whole: each of its lines is a command.
      reader.readLine(PROMPT).lines().forEach(pasted::add);
      return Optional.of(Optional.ofNullable(pasted.poll()).orElse(""));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    } catch (RuntimeException | IOError e) {
      if (closing) {
        LOG.debug("the terminal was closed under the reader", e);
        return Optional.empty();
      }
      throw e;
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
    closing = true;
    terminal.close();
  }
}
