package org.memslot.acceptance.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.memslot.testing.ReferenceProgram;

/** A QEMU that ends with the thread that starts it, whatever ends that. */
public final class QemuProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private QemuProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts QEMU without a display.
   *
   * @param log gets its messages
   */
  public static QemuProcess start(Path log, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(ReferenceProgram.named("qemu-system-x86_64").path().toString()));
    command.addAll(List.of("-nodefaults", "-display", "none"));
    command.addAll(options);
    return startCommand(log, command);
  }

  /** Starts a command that becomes QEMU. */
  public static QemuProcess startCommand(Path log, List<String> command) throws IOException {
    List<String> mortal =
        new ArrayList<>(
            List.of(ReferenceProgram.named("setpriv").path().toString(), "--pdeathsig", "KILL"));
    mortal.addAll(command);
    Process process =
        new ProcessBuilder(mortal)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .start();
    return new QemuProcess(process, log);
  }

  /** The process. */
  public Process process() {
    return process;
  }

  /** Its messages. */
  public String messages() throws IOException {
    return Files.readString(log);
  }

  /** Kills it. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
