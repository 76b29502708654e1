package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The outside programs that judge the tables which the command writes: ACPICA's compiler and
 * interpreter.
 */
final class Referee {
  private static final long TIMEOUT_SECONDS = 120;

  private Referee() {}

  /**
   * Skips the calling test where a program is absent; fails it where the system property referee is
   * required.
   */
  static void need(String program) {
    boolean present =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    String reason = program + " is not installed (Debian: acpica-tools)";
    if ("required".equals(System.getProperty("referee"))) {
      assertThat(present).as(reason).isTrue();
    }
    Assumptions.assumeTrue(present, reason);
  }

  /**
   * Runs a program in a folder.
   *
   * @param input its standard input
   * @return all that it prints
   */
  static String run(Path folder, String input, String... command) throws Exception {
    need(command[0]);
    Path in = Files.writeString(Files.createTempFile("referee", ".in"), input);
    Path out = Files.createTempFile("referee", ".out");
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " did not end");
      }
      String said = Files.readString(out, StandardCharsets.ISO_8859_1);
      assertThat(process.exitValue()).as("%s said%n%s", command[0], said).isZero();
      return said;
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }
}
