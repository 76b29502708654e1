package org.memslot.bios;

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
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** An outside program that judges what we make. */
public final class Referee {
  private final Path program;

  private Referee(Path program) {
    this.program = program;
  }

  /** The program of that name; a test that needs it is skipped, or fails, where it is absent. */
  public static Referee named(String name) {
    Optional<Path> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String reason = name + " is not installed";
      if (System.getProperty("referee", "optional").equals("required")) {
        throw new AssertionError(reason + ", and -Dreferee=required asks for it");
      }
      Assumptions.abort(reason);
    }
    return new Referee(found.orElseThrow());
  }

  /** Where it is. */
  public Path program() {
    return program;
  }

  /** Runs it in {@code directory} and gives what it printed; it must exit with 0. */
  public String run(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      byte[] output = process.getInputStream().readAllBytes();
      String text = new String(output, StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s printed:%n%s", command, text).isZero();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
