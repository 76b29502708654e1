package org.memslot.acceptance.inside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memslot.acceptance.guest.LinuxGuest;
import org.memslot.acceptance.guest.Transcript;

/** A hypervisor with Linux as its guest: its monitor, the guest's console, and the process. */
final class MemslotMachine implements AutoCloseable {
  private static final Path ANSWERS = Path.of("/tmp/answers");
  private static final Path SERIAL = Path.of("/tmp/serial");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

  /** Looking costs the guest's only processor. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Duration END_LIMIT = Duration.ofMinutes(1);
  private static final int SHOWN_LINES = 60;

  private final Process process;
  private final long started;
  private final OutputStream monitor;
  private final Transcript answers = new Transcript(ANSWERS);
  private final LinuxGuest guest;

  private MemslotMachine(Process process, long started, Transcript console) {
    this.process = process;
    this.started = started;
    this.monitor = process.getOutputStream();
    this.guest = new LinuxGuest(console);
  }

  /**
   * Starts a machine whose guest's console goes to a file.
   *
   * @param kernel further words of the kernel's command line
   * @param options further options of {@code memslot run}
   */
  static MemslotMachine start(String kernel, List<String> options) {
    return launch(
        memslot("file:" + SERIAL, "memhp_default_state=online_movable " + kernel, options), SERIAL);
  }

  /** Like {@link #start}, but the guest's console and the monitor share the standard input. */
  static MemslotMachine startOnTerminal(String kernel, List<String> options) {
    return launch(
        memslot("stdio", "quiet memhp_default_state=online_movable " + kernel, options), ANSWERS);
  }

  /** Starts another hypervisor, whose guest's console goes to {@link #serialFile()}. */
  static MemslotMachine startOther(List<String> command) {
    return launch(command, SERIAL);
  }

  static Path serialFile() {
    return SERIAL;
  }

  private static List<String> memslot(String serial, String kernel, List<String> options) {
    List<String> command = new ArrayList<>(List.of("/memslot/bin/memslot"));
    List<String> further = new ArrayList<>(options);
    if (further.remove("--verbose")) {
      command.add("--verbose");
    }
    command.addAll(List.of("run", "-m", "512M", "--guest", "kvm"));
    command.addAll(List.of("--kernel", "/guest/vmlinuz", "--initrd", "/guest/initrd"));
    if (serial.startsWith("file:")) {
      command.addAll(List.of("--monitor", "stdio"));
    }
    command.addAll(List.of("--serial", serial, "--append", "console=ttyS0 panic=-1 " + kernel));
    command.addAll(further);
    return command;
  }

  private static MemslotMachine launch(List<String> command, Path console) {
    try {
      Files.deleteIfExists(SERIAL);
      Files.createFile(SERIAL);
      Files.deleteIfExists(ANSWERS);
      Files.createFile(ANSWERS);
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ANSWERS.toFile());
      builder.environment().putAll(Environment.VARIABLES);
      long started = System.nanoTime();
      return new MemslotMachine(builder.start(), started, new Transcript(console));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When its process was started, by {@link System#nanoTime()}. */
  long startedNanos() {
    return started;
  }

  LinuxGuest guest() {
    return guest;
  }

  Transcript answers() {
    return answers;
  }

  /** Gives the monitor a command. */
  void tell(String command) {
    Uptime.say("(memslot) " + command);
    type(command + "\n");
  }

  /** Types at the standard input. */
  void type(String text) {
    try {
      monitor.write(text.getBytes(ISO_8859_1));
      monitor.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many of the monitor's lines have the pattern, and shows the last of them. */
  void awaitAnswer(String pattern, int count, int seconds) {
    await(answers, pattern, count, seconds);
  }

  /** Waits until so many lines of the guest's console have the pattern, and shows the last. */
  void awaitConsole(String pattern, int count, int seconds) {
    await(guest.console(), pattern, count, seconds);
  }

  private void await(Transcript transcript, String pattern, int count, int seconds) {
    Pattern compiled = Pattern.compile(pattern);
    until(
        Duration.ofSeconds(seconds),
        PAUSE,
        () -> transcript.count(compiled) >= count,
        () -> "no \"" + pattern + "\"");
    Uptime.say(transcript.last(compiled).orElse(""));
  }

  /** Waits until the guest says that it has so much memory; it goes there block by block. */
  void awaitTotal(long kib, int seconds) {
    until(
        Duration.ofSeconds(seconds),
        PAUSE,
        () -> guest.total() == kib,
        () -> "the guest has " + guest.total() + " kB, expected " + kib);
    Uptime.say("the guest has " + kib + " kB");
  }

  /**
   * Waits until the guest says that it has so many blocks of memory. Two boots of one machine agree
   * on those, but not on MemTotal to the last kilobyte.
   */
  void awaitBlocks(long blocks, int seconds) {
    until(
        Duration.ofSeconds(seconds),
        PAUSE,
        () -> guest.blocks() == blocks,
        () -> "the guest has " + guest.blocks() + " blocks of memory, expected " + blocks);
    Uptime.say("the guest has " + blocks + " blocks of memory, " + guest.total() + " kB");
  }

  /** Waits until a condition holds, and fails if the machine ends or the time is over before. */
  void until(Duration limit, Duration each, BooleanSupplier condition, Supplier<String> problem) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean ended = !process.isAlive();
      if (condition.getAsBoolean()) {
        return;
      }
      if (ended) {
        throw new RunFailure("the machine ended; " + problem.get());
      }
      if (System.nanoTime() - end > 0) {
        throw new RunFailure(problem.get() + " in " + limit.toSeconds() + " s");
      }
      try {
        Thread.sleep(each);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The process's resident memory in KiB. */
  long resident() {
    try {
      Matcher found =
          RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the machine ends, which it must with status 0 and without complaints of Linux. */
  void end() {
    awaitEnd();
    if (process.exitValue() != 0) {
      throw new RunFailure("status " + process.exitValue() + ", expected 0");
    }
    List<String> complaints = guest.complaints();
    if (!complaints.isEmpty()) {
      throw new RunFailure("ACPI errors or warnings: " + complaints);
    }
  }

  /** Waits until the machine ends. */
  void awaitEnd() {
    try {
      if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new RunFailure("the machine does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints what monitor and guest said last, and what a machine that runs does. */
  void explain() throws IOException, InterruptedException {
    System.out.println("--- monitor");
    answers.tail(SHOWN_LINES).forEach(System.out::println);
    System.out.println("--- console");
    guest.console().tail(SHOWN_LINES).forEach(System.out::println);
    if (process.isAlive()) {
      System.out.println("--- threads");
      new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
      Thread.sleep(Duration.ofSeconds(2));
      answers.tail(2 * SHOWN_LINES).forEach(System.out::println);
    }
  }

  /** Kills a machine that has not ended. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
