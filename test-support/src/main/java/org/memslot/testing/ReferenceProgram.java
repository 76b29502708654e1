package org.memslot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of the host that tests compare with, such as iasl or QEMU. */
public final class ReferenceProgram {
  private static final long TIMEOUT_SECONDS = 120;

  /** The Debian packages of programs whose package has another name. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "iasl", "acpica-tools",
          "acpiexec", "acpica-tools",
          "qemu-system-x86_64", "qemu-system-x86",
          "busybox", "busybox-static");

  private final Path path;

  private ReferenceProgram(Path path) {
    this.path = path;
  }

  /**
   * Finds a program on the {@code PATH}. If there is none, skips the calling test, or fails it if
   * the system property {@code referee} is {@code required}.
   */
  public static ReferenceProgram named(String name) {
    Optional<Path> found = find(name);
    String reason =
        "%s is not installed (Debian: %s)".formatted(name, PACKAGES.getOrDefault(name, name));
    require(found.isPresent(), reason);
    return new ReferenceProgram(found.orElseThrow());
  }

  /** Skips or fails the calling test unless the program is on the {@code PATH}. */
  public static void require(String name) {
    named(name);
  }

  /**
   * Skips the calling test for the given reason unless something that it needs of the host is
   * present, or fails it if the system property {@code referee} is {@code required}.
   */
  public static void require(boolean present, String reason) {
    if (!present && System.getProperty("referee", "optional").equals("required")) {
      throw new AssertionError(reason + ", but -Dreferee=required is set");
    }
    Assumptions.assumeTrue(present, reason);
  }

  private static Optional<Path> find(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name).toAbsolutePath())
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Where the program is. */
  public Path path() {
    return path;
  }

  /**
   * Runs the program in a directory, with an empty standard input. The calling test fails if the
   * exit status is not 0.
   *
   * @return what it printed, errors included, one character for each byte
   */
  public String run(Path directory, String... arguments) {
    return runWithInput(directory, "", arguments);
  }

  /** Like {@link #run}, with some text as the standard input. */
  public String runWithInput(Path directory, String input, String... arguments) {
    Result result = execute(directory, input, List.of(arguments));
    assertThat(result.status()).as("%s printed:%n%s", path, result.output()).isZero();
    return result.output();
  }

  /** Like {@link #run}, but any exit status is accepted. */
  public String output(Path directory, List<String> arguments) {
    return execute(directory, "", arguments).output();
  }

  private record Result(int status, String output) {}

  private Result execute(Path directory, String input, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(arguments);
    try {
      Path in = Files.writeString(Files.createTempFile("reference", ".in"), input);
      Path out = Files.createTempFile("reference", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .start();
        int status = await(process, command);
        return new Result(status, Files.readString(out, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int await(Process process, List<String> command) {
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " did not end in " + TIMEOUT_SECONDS + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
