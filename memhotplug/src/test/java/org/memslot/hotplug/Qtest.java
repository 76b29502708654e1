package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A QEMU whose processor stands still: its devices are driven over the qtest protocol (one access a
 * line) and its monitor over QMP.
 */
final class Qtest implements AutoCloseable {
  private static final String QEMU = "qemu-system-x86_64";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Line qtest;
  private final Line qmp;
  private final List<String> events = new ArrayList<>();
  private boolean sci;

  private Qtest(Process process, Line qtest, Line qmp) {
    this.process = process;
    this.qtest = qtest;
    this.qmp = qmp;
  }

  /** Skips the test, or fails it with {@code -Dreferee=required}, where there is no QEMU. */
  static void assumePresent() {
    boolean present =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, QEMU)));
    if (!present && "required".equals(System.getProperty("referee"))) {
      fail(QEMU + " is not installed, and -Dreferee=required");
    } else if (!present) {
      abort(QEMU + " is not installed: nothing to compare with");
    }
  }

  static Qtest start(Path directory, String machine, String memory) throws IOException {
    Path qtestSocket = directory.resolve("qtest");
    Path qmpSocket = directory.resolve("qmp");
    List<String> command =
        List.of(
            QEMU,
            "-machine",
            machine,
            "-accel",
            "tcg",
            "-S",
            "-nodefaults",
            "-display",
            "none",
            "-m",
            memory,
            "-qtest",
            "unix:" + qtestSocket + ",server=on,wait=off",
            "-qtest-log",
            "/dev/null",
            "-qmp",
            "unix:" + qmpSocket + ",server=on,wait=off");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("qemu.log").toFile())
            .start();
    try {
      Qtest qtest = new Qtest(process, connect(process, qtestSocket), connect(process, qmpSocket));
      qtest.qmp.read();
      qtest.command("{\"execute\": \"qmp_capabilities\"}");
      return qtest;
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static Line connect(Process process, Path socket) throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new Line(channel);
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException(QEMU + " did not open " + socket, e);
        }
        Thread.onSpinWait();
      }
    }
  }

  /** Sends accesses such as {@code inb 0xa14} all at once and returns their answers. */
  List<Long> accesses(List<String> commands) {
    qtest.write(String.join("\n", commands));
    List<Long> answers = new ArrayList<>();
    while (answers.size() < commands.size()) {
      String line = qtest.read();
      if (line.startsWith("IRQ ")) {
        interrupt(line);
      } else if (line.equals("OK")) {
        answers.add(0L);
      } else if (line.startsWith("OK 0x")) {
        answers.add(Long.parseUnsignedLong(line.substring(5), 16));
      } else {
        throw new IllegalStateException(commands.get(answers.size()) + ": " + line);
      }
    }
    return answers;
  }

  /** Has interrupt lines of a device reported from now on. */
  void interceptInterrupts(String device) {
    accesses(List.of("irq_intercept_in " + device));
  }

  private void interrupt(String line) {
    if (line.endsWith(" 9")) {
      sci = line.startsWith("IRQ raise");
    }
  }

  /** The level of interrupt 9. */
  boolean sci() {
    return sci;
  }

  /** Executes a QMP command; events that come meanwhile are kept. */
  void command(String json) {
    qmp.write(json);
    while (true) {
      String line = qmp.read();
      if (line.startsWith("{\"return\"")) {
        return;
      }
      if (line.contains("\"error\"") && !line.contains("\"event\"")) {
        throw new IllegalStateException(json + ": " + line);
      }
      events.add(line);
    }
  }

  /** The events since the last call. */
  List<String> takeEvents() {
    // A command's answer comes after the events before it.
    command("{\"execute\": \"query-name\"}");
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  @Override
  public void close() {
    qtest.close();
    qmp.close();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** A socket read and written by lines. */
  private static final class Line {
    private final SocketChannel channel;
    private final BufferedReader reader;

    Line(SocketChannel channel) {
      this.channel = channel;
      this.reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    String read() {
      try {
        String line = reader.readLine();
        if (line == null) {
          throw new IllegalStateException(QEMU + " is gone");
        }
        return line;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void write(String text) {
      try {
        var bytes = StandardCharsets.UTF_8.encode(text + "\n");
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
