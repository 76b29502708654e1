package org.memslot.ospm.interpreter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Outside programs that judge: a test without its referee is skipped, or fails where it must not.
 */
final class Referee {
  private static final long SECONDS = 120;

  private Referee() {}

  /** Skips the test, or fails it with {@code -Dreferee=required}, if the program is not there. */
  static void require(String program) {
    boolean found =
        List.of(String.valueOf(System.getenv("PATH")).split(":", -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!found && "required".equals(System.getProperty("referee"))) {
      fail(program + " is required and not on the PATH: install acpica-tools");
    }
    Assumptions.assumeTrue(found, program + " is not on the PATH: install acpica-tools");
  }

  /** Runs a program and returns what it printed, errors included, one character for each byte. */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("referee", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail(command + " did not end within " + SECONDS + " s");
      }
      return Files.readString(output, ISO_8859_1);
    } finally {
      Files.delete(output);
    }
  }

  /** Has acpiexec evaluate objects of tables and returns its answers, in order. */
  static List<AcpiExecAnswers.Answer> acpiexec(List<Path> tables, List<String> evaluations)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("acpiexec", "-b"));
    command.add(String.join("; ", evaluations.stream().map(e -> "evaluate " + e).toList()));
    tables.forEach(table -> command.add(table.toAbsolutePath().toString()));
    return AcpiExecAnswers.parse(run(Path.of("."), command));
  }
}
