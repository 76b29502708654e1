package org.memslot.cli.monitor;

import java.io.IOException;
import java.util.Optional;

/**
 * A screen on which commands are typed: one that was typed is shown already, one of {@code --exec}
 * is shown behind the prompt.
 */
abstract class TypedOutput extends MonitorOutput implements MonitorSession.Lines, AutoCloseable {
  private boolean typed;

  @Override
  public final Optional<String> next() throws IOException {
    Optional<String> line = type();
    typed = line.isPresent();
    return line;
  }

  /** Waits for a line to be typed; empty when there are no more. */
  abstract Optional<String> type() throws IOException;

  @Override
  final void showPrompt() {}

  @Override
  final void showCommand(String line) {
    if (!typed) {
      showLines(PROMPT + line);
    }
    typed = false;
  }

  @Override
  public abstract void close() throws IOException;
}
