package org.memslot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.memslot.cli.console.Streams;
import org.memslot.hypervisor.Host;
import org.memslot.machine.RamRegion;

/**
 * A run of the command in this process, as its user sees it.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 * @param memoryTaken how often the host was asked for memory: 0 when no machine was built
 */
record CommandRun(int status, String out, String err, int memoryTaken) {
  /** Runs the command with an empty standard input. */
  static CommandRun of(String... args) {
    return withInput("", args);
  }

  /** Runs the command; standard input is this text and then ends. */
  static CommandRun withInput(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AtomicInteger taken = new AtomicInteger();
    Host host =
        new Host(
            InstantSource.system(),
            System::nanoTime,
            (name, size) -> {
              taken.incrementAndGet();
              return RamRegion.create(name, size);
            });
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false);
    int status = Memslot.run(streams, host, args);
    return new CommandRun(status, out.toString(UTF_8), err.toString(UTF_8), taken.get());
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
