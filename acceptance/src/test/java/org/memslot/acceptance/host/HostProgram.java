package org.memslot.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs of the host to their end. */
public final class HostProgram {
  private HostProgram() {}

  /**
   * Runs a program, which must exit with 0.
   *
   * @return what it printed, errors included
   */
  public static String run(List<String> command) {
    return run(Path.of("."), command);
  }

  /** Runs a program in a folder. */
  public static String run(Path folder, List<String> command) {
    Result result = result(folder, command);
    assertThat(result.status()).as("%s printed:%n%s", command, result.output()).isZero();
    return result.output();
  }

  /**
   * What a program did.
   *
   * @param status its exit status
   * @param output what it printed, errors included
   */
  public record Result(int status, String output) {}

  /** Runs a program that may fail. */
  public static Result result(Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile("program", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        return new Result(status, Files.readString(output, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command + " was interrupted", e);
    }
  }
}
