package org.memslot.cli.monitor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.memslot.cli.console.Streams;
import org.memslot.hypervisor.PcBoard;
import org.memslot.hypervisor.device.SerialInput;

/**
 * The monitor on standard input and output: first the commands of {@code --exec}, then, where it is
 * wanted, what the user types. The end of standard input is a quit.
 */
public final class MonitorConsole implements AutoCloseable {
  /** How long a command of {@code --exec} waits for its outcome. */
  public static final Duration EXEC_LIMIT = Duration.ofMinutes(2);

  private final Monitor monitor;
  private final MonitorSession.Lines lines;
  private final MonitorOutput output;
  private final OutcomeWatch watch = new OutcomeWatch();
  private final EventFeed feed;

  /**
   * Shows events from now on.
   *
   * @param interactive whether {@link #converse} will be called
   * @param guest the guest's serial port, where it has its input from here too
   * @throws IOException when the terminal cannot be had
   */
  public MonitorConsole(
      PcBoard board,
      Monitor monitor,
      Streams streams,
      boolean interactive,
      Optional<SerialInput> guest)
      throws IOException {
    this.monitor = monitor;
    if (guest.isPresent()) {
      SharedScreen shared = new SharedScreen(streams, guest.get());
      lines = shared;
      output = shared;
    } else if (interactive && streams.terminal()) {
      List<String> slots = board.slots().slots().stream().map(slot -> slot.id()).toList();
      TerminalConsole terminal =
          new TerminalConsole(new MonitorCompleter(monitor.commands(), slots));
      lines = terminal;
      output = terminal;
    } else {
      lines = new LineSource(streams.in())::next;
      output = new PlainOutput(streams.out());
    }
    feed = monitor.feed(output, watch);
  }

  /**
   * What became of {@code --exec}.
   *
   * @param quit whether the last command carried out was quit
   * @param failed whether a command was not carried out or its outcome did not come
   */
  public record ExecResult(boolean quit, boolean failed) {}

  /** Carries out commands one after the other, each until it has come to its end. */
  public ExecResult execute(ExecScript script) throws InterruptedException {
    return new ExecRunner(monitor, output, watch, feed, EXEC_LIMIT).run(script);
  }

  /**
   * Carries out what the user types, until the input ends or a command is quit.
   *
   * @return whether the user wants the machine to end; false at the end of the input
   */
  public boolean converse() throws IOException {
    return new MonitorSession(monitor, lines, output).run() == MonitorSession.End.QUIT;
  }

  /** Shows what has happened so far, then nothing more. */
  @Override
  public void close() throws IOException {
    feed.close();
    if (output instanceof TypedOutput screen) {
      screen.close();
    }
  }
}
