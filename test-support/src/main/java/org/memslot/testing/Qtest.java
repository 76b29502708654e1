package org.memslot.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A QEMU whose processor does not run: its devices are driven by the qtest protocol, one access a
 * line, and its monitor by QMP.
 */
public final class Qtest implements AutoCloseable {
  /** Commands that are under way at once, few enough for the socket's buffers. */
  private static final int BATCH = 64;

  private static final int SCI = 9;

  private final Process process;
  private final LineSocket qtest;
  private final LineSocket qmp;
  private final List<String> events = new ArrayList<>();
  private boolean sci;

  private Qtest(Process process, LineSocket qtest, LineSocket qmp) {
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
    try (LineSocket.Listener qtestListener = LineSocket.listen(qtestSocket);
        LineSocket.Listener qmpListener = LineSocket.listen(qmpSocket)) {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("qemu.log").toFile())
              .redirectInput(new File("/dev/null"))
              .start();
      try {
        Qtest qtest =
            new Qtest(process, qtestListener.accept(process), qmpListener.accept(process));
        qtest.qmp.read();
        qtest.command("{\"execute\": \"qmp_capabilities\"}");
        return qtest;
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        throw e;
      }
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
}
