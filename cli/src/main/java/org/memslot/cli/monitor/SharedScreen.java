package org.memslot.cli.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.memslot.cli.console.Streams;
import org.memslot.hypervisor.device.SerialInput;

/**
 * Standard input and output as guest and monitor share them: the guest's serial output goes there
 * by itself, the monitor's answers and events come between on lines of their own. A terminal is raw
 * meanwhile, so that each key reaches the guest.
 */
final class SharedScreen extends TypedOutput {
  private final PrintStream out;
  private final Optional<Terminal> terminal;
  private final Optional<Attributes> before;
  private final SerialKeys keys;

  SharedScreen(Streams streams, SerialInput guest) throws IOException {
    out = streams.out();
    terminal =
        streams.terminal()
            ? Optional.of(TerminalBuilder.builder().name("memslot").build())
            : Optional.empty();
    before = terminal.map(Terminal::enterRawMode);
    InputStream in = terminal.map(Terminal::input).orElse(streams.in());
    keys = new SerialKeys(in, guest, this::print);
  }

  @Override
  Optional<String> type() throws IOException {
    return keys.next();
  }

  @Override
  void showLines(String text) {
    print(text + "\n");
  }

  @Override
  void showEvent(String line) {
    print("\n" + line + "\n");
  }

  private void print(String text) {
    out.print(terminal.isPresent() ? text.replace("\n", "\r\n") : text);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (terminal.isPresent()) {
      before.ifPresent(terminal.get()::setAttributes);
      terminal.get().close();
    }
  }
}
