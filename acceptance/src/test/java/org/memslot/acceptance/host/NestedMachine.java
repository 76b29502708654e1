package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.memslot.acceptance.guest.Transcript;
import org.memslot.testing.LineSocket;

/**
 * A machine that has a real KVM, wherever this host has none: QEMU's TCG emulates a processor with
 * AMD-V, Debian's cloud kernel runs on it with kvm-amd, and a program runs there as root, with
 * busybox and a Java runtime.
 *
 * <p>The program reads requests from its standard input, one a line, and answers each on the
 * console with "nested: REQUEST passed" or "nested: REQUEST failed: REASON".
 *
 * <p>Once a second a line goes to the machine's second serial port, and its process 1 answers. When
 * no answer comes, the kernel itself is stuck, most likely by the emulation; what the processors
 * were doing is printed then. The lines are needed anyway: QEMU 7.2 can lose an interrupt that
 * comes in the moment in which a guest is left (do_vmexit clears a bit of interrupt_request while
 * the timer's thread sets another), the machine would wait for its timer for ever, and the serial
 * port's interrupt brings the other one with it.
 */
public final class NestedMachine implements AutoCloseable {
  /**
   * TCG moves a byte at a time for "rep stosb", which a kernel uses for large pages when the
   * processor says that it is quick (ERMS).
   */
  private static final String PROCESSOR = "max,-erms";

  /** What process 1 answers, in its script. */
  private static final String ALIVE = "alive";

  private static final String MEBIBYTES = "3000";

  /** How long the first answer takes, when the kernel has started and unpacked everything. */
  private static final Duration BEGINNING = Duration.ofMinutes(3);

  private static final Duration STILLNESS = Duration.ofSeconds(60);
  private static final Duration PULSE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration EXPLANATION = Duration.ofSeconds(5);
  private static final Pattern EXPLAINED = Pattern.compile("^\\(qemu\\)|MM[0-9]|^FPR");

  private final QemuProcess qemu;
  private final LineSocket pulse;
  private final LineSocket monitor;
  private final Transcript console;
  private int shown;
  private volatile long answered = System.nanoTime();
  private volatile boolean ready;

  private NestedMachine(
      QemuProcess qemu, LineSocket pulse, LineSocket monitor, Transcript console) {
    this.qemu = qemu;
    this.pulse = pulse;
    this.monitor = monitor;
    this.console = console;
  }

  /**
   * Starts the machine.
   *
   * @param work an empty folder for its sockets and files
   * @param initrd its root, as {@link NestedRoot#initrd} begins it, with {@code payload/run}, the
   *     program
   * @param processors the number of processors
   */
  static NestedMachine start(Path work, Path initrd, int processors) {
    try {
      Path log = Files.createFile(work.resolve("console"));
      try (LineSocket.Listener pulse = LineSocket.listen(work.resolve("pulse"));
          LineSocket.Listener monitor = LineSocket.listen(work.resolve("monitor"))) {
        QemuProcess qemu =
            QemuProcess.start(work.resolve("qemu.log"), options(work, initrd, processors));
        try {
          NestedMachine machine =
              new NestedMachine(
                  qemu,
                  pulse.accept(qemu.process()),
                  monitor.accept(qemu.process()),
                  new Transcript(log));
          Thread.ofPlatform().daemon().name("nested machine").start(machine::listen);
          return machine;
        } catch (IOException e) {
          String messages = qemu.messages();
          qemu.close();
          throw new IOException("QEMU printed: " + messages, e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> options(Path work, Path initrd, int processors) {
    return List.of(
        "-accel",
        "tcg",
        "-cpu",
        PROCESSOR,
        "-smp",
        Integer.toString(processors),
        "-m",
        MEBIBYTES,
        "-no-reboot",
        "-serial",
        "file:" + work.resolve("console"),
        "-serial",
        "unix:" + work.resolve("pulse"),
        "-monitor",
        "unix:" + work.resolve("monitor"),
        "-kernel",
        DebianKernel.find().image().toString(),
        "-initrd",
        initrd.toString(),
        "-append",
        "console=ttyS0 panic=-1 quiet tsc=reliable no_timer_check");
  }

  /** Notes each answer to a pulse. */
  private void listen() {
    try {
      while (true) {
        // Until process 1 listens, the terminal echoes.
        if (pulse.read().strip().equals(ALIVE)) {
          answered = System.nanoTime();
          ready = true;
        }
      }
    } catch (IllegalStateException | UncheckedIOException e) {
      // The machine has ended.
    }
  }

  /**
   * Makes a request of the program, shows the console while it is carried out, and returns the
   * outcome: "passed", or "failed" with a reason.
   *
   * @throws StandstillException if the machine no longer answers
   */
  String request(String request, Duration limit) {
    String answer = "nested: " + request + " ";
    Pattern pattern = Pattern.compile("^" + Pattern.quote(answer) + "(.*)");
    long seen = console.count(pattern);
    boolean sent = false;
    long end = System.nanoTime() + limit.toNanos();
    long beat = System.nanoTime();
    while (true) {
      boolean ended = !qemu.process().isAlive();
      show();
      if (console.count(pattern) > seen) {
        return console.lastGroup(pattern).orElseThrow();
      }
      if (ended) {
        throw new AssertionError("the nested machine ended before its answer to " + request);
      }
      long now = System.nanoTime();
      if (now - end > 0) {
        throw new AssertionError("no answer to " + request + " in " + limit.toSeconds() + " s");
      }
      Duration allowed = ready ? STILLNESS : BEGINNING;
      if (now - answered > allowed.toNanos()) {
        explain();
        throw new StandstillException(
            "the emulated machine has stood still for " + allowed.toSeconds() + " s");
      }
      if (ready && !sent) {
        // What comes before process 1 listens is lost.
        pulse.write(request);
        sent = true;
      } else if (now - beat > PULSE.toNanos()) {
        pulse.write("");
        beat = now;
      }
      sleep(PAUSE);
    }
  }

  private void show() {
    List<String> lines = console.lines();
    // The last line may still grow.
    for (; shown < lines.size() - 1; shown++) {
      System.out.println(lines.get(shown));
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Prints the state of the processors. */
  private void explain() {
    Predicate<String> boring = EXPLAINED.asPredicate();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (true) {
                  String line = monitor.read();
                  if (!boring.test(line)) {
                    System.out.println(line);
                  }
                }
              } catch (IllegalStateException | UncheckedIOException e) {
                // The machine has ended.
              }
            });
    monitor.write("info status\ninfo registers -a\ninfo lapic\ninfo pic");
    sleep(EXPLANATION);
  }

  @Override
  public void close() {
    qemu.close();
    pulse.close();
    monitor.close();
  }
}
