package org.memslot.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A QEMU whose processor does not run: its devices are driven by the qtest protocol, one access a
 * line, and its monitor by QMP.
 */
public final class Qtest implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** Commands that are under way at once, few enough for the socket's buffers. */
  private static final int BATCH = 64;

  private static final int SCI = 9;

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

  /**
   * Starts QEMU without default devices. Where there is no QEMU, the calling test is skipped or
   * fails, as {@link ReferenceProgram} describes.
   *
   * @param directory for sockets and QEMU's log
   * @param options further options of QEMU, such as {@code -machine}
   */
  public static Qtest start(Path directory, String... options) throws IOException {
    Path qtestSocket = directory.resolve("qtest");
    Path qmpSocket = directory.resolve("qmp");
    List<String> command =
        new ArrayList<>(List.of(ReferenceProgram.named("qemu-system-x86_64").path().toString()));
    command.addAll(List.of("-accel", "tcg", "-S", "-nodefaults", "-display", "none"));
    command.addAll(List.of("-qtest", "unix:" + qtestSocket, "-qtest-log", "none"));
    command.addAll(List.of("-qmp", "unix:" + qmpSocket));
    command.addAll(List.of(options));
    Path log = directory.resolve("qemu.log");
    try (ServerSocketChannel qtestServer = listen(qtestSocket);
        ServerSocketChannel qmpServer = listen(qmpSocket)) {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(new File("/dev/null"))
              .start();
      try {
        Line qtestLine = accept(process, qtestServer, log);
        Line qmpLine = accept(process, qmpServer, log);
        Qtest qtest = new Qtest(process, qtestLine, qmpLine);
        qmpLine.read();
        qtest.command("{\"execute\": \"qmp_capabilities\"}");
        return qtest;
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        throw e;
      }
    }
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    server.configureBlocking(false);
    return server;
  }

  private static Line accept(Process process, ServerSocketChannel server, Path log)
      throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      SocketChannel channel = server.accept();
      if (channel != null) {
        return new Line(channel);
      }
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("QEMU did not connect; it printed:\n" + Files.readString(log));
      }
      Thread.onSpinWait();
    }
  }

  /** Sends accesses such as {@code inb 0xa14} and returns the values read, 0 for writes. */
  public List<Long> accesses(List<String> commands) {
    return answers(commands).stream().map(Qtest::value).toList();
  }

  private static long value(String answer) {
    return answer.equals("OK") ? 0 : Long.parseUnsignedLong(answer.substring("OK 0x".length()), 16);
  }

  /** Sends commands and returns QEMU's answers as they are; each begins with OK. */
  public List<String> answers(List<String> commands) {
    List<String> answers = new ArrayList<>();
    for (int from = 0; from < commands.size(); from += BATCH) {
      List<String> batch = commands.subList(from, Math.min(from + BATCH, commands.size()));
      qtest.write(String.join("\n", batch));
      batch.forEach(command -> answers.add(answer(command)));
    }
    return answers;
  }

  private String answer(String command) {
    String line = qtest.read();
    while (line.startsWith("IRQ ")) {
      if (line.endsWith(" " + SCI)) {
        sci = line.startsWith("IRQ raise");
      }
      line = qtest.read();
    }
    if (!line.startsWith("OK")) {
      throw new IllegalStateException(command + ": " + line);
    }
    return line;
  }

  /** Reports interrupt lines of a device from now on; {@link #sci()} needs that. */
  public void interceptInterrupts(String device) {
    accesses(List.of("irq_intercept_in " + device));
  }

  /** The level of interrupt 9. */
  public boolean sci() {
    return sci;
  }

  /** Executes a QMP command; events that come meanwhile are kept. */
  public void command(String json) {
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

  /** The QMP events since the last call. */
  public List<String> takeEvents() {
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
          throw new IllegalStateException("QEMU has ended");
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
