package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The outside programs that say whether our bytes and our text are right: ACPICA's compiler and its
 * interpreter (Debian's acpica-tools).
 *
 * <p>Where they are absent the calling test is skipped and says why, or fails if the system
 * property {@code referee} is {@code required}.
 */
public final class Referee {
  private static final long TIMEOUT_SECONDS = 120;

  private Referee() {}

  /** Skips or fails the calling test unless a program is on the PATH. */
  public static void need(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean present =
        Stream.of(path.split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    String reason = program + " is not installed (Debian: acpica-tools)";
    if ("required".equals(System.getProperty("referee"))) {
      assertThat(present).as(reason).isTrue();
    }
    Assumptions.assumeTrue(present, reason);
  }

  /**
   * Compiles ASL text.
   *
   * @param options further options of iasl: {@code -oa} keeps what is written as it is written
   * @return the table's bytes; if iasl refuses the text the test fails with iasl's words
   */
  public static byte[] compile(String asl, String... options) {
    need("iasl");
    return inTempDirectory(
        directory -> {
          Files.writeString(directory.resolve("t.dsl"), asl);
          List<String> command = new ArrayList<>(List.of("iasl"));
          command.addAll(List.of(options));
          command.add("t.dsl");
          String said = run(directory, command);
          Path aml = directory.resolve("t.aml");
          assertThat(aml).as("iasl said%n%s%nof%n%s", said, asl).exists();
          return Files.readAllBytes(aml);
        });
  }

  /**
   * Has ASL text compiled that must be refused.
   *
   * @return what iasl says; the calling test fails if iasl makes a table of the text
   */
  public static String refusal(String asl, String... options) {
    need("iasl");
    return inTempDirectory(
        directory -> {
          Files.writeString(directory.resolve("t.dsl"), asl);
          List<String> command = new ArrayList<>(List.of("iasl"));
          command.addAll(List.of(options));
          command.add("t.dsl");
          String said = run(directory, command);
          assertThat(directory.resolve("t.aml"))
              .as("iasl said%n%s%nof%n%s", said, asl)
              .doesNotExist();
          return said;
        });
  }

  /**
   * Compares tables apart from the creator id and revision, which a compiler always sets to its
   * own, and the checksum, which follows from them.
   */
  public static void assertSameTable(byte[] actual, byte[] expected) {
    assertThat(HexFormat.of().formatHex(withoutCreator(actual)))
        .isEqualTo(HexFormat.of().formatHex(withoutCreator(expected)));
  }

  private static byte[] withoutCreator(byte[] table) {
    byte[] bytes = table.clone();
    bytes[9] = 0;
    Arrays.fill(bytes, 28, 36, (byte) 0);
    return bytes;
  }

  /** Disassembles a table with iasl. */
  public static String disassemble(byte[] aml) {
    need("iasl");
    return inTempDirectory(
        directory -> {
          Files.write(directory.resolve("t.aml"), aml);
          String said = run(directory, List.of("iasl", "-d", "t.aml"));
          Path asl = directory.resolve("t.dsl");
          assertThat(asl).as("iasl said%n%s", said).exists();
          return Files.readString(asl);
        });
  }

  /**
   * Loads tables into acpiexec, the first one the DSDT, and runs commands of its prompt.
   *
   * @return everything it prints
   */
  public static String acpiexec(List<byte[]> tables, String commands) {
    need("acpiexec");
    return inTempDirectory(
        directory -> {
          List<String> command = new ArrayList<>(List.of("acpiexec", "-di", "-b", commands));
          for (int i = 0; i < tables.size(); i++) {
            Files.write(directory.resolve("t" + i + ".aml"), tables.get(i));
            command.add("t" + i + ".aml");
          }
          return run(directory, command);
        });
  }

  private interface Work<T> {
    T in(Path directory) throws IOException;
  }

  private static <T> T inTempDirectory(Work<T> work) {
    try {
      Path directory = Files.createTempDirectory("referee");
      try {
        return work.in(directory);
      } finally {
        try (Stream<Path> files = Files.walk(directory)) {
          files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(Path directory, List<String> command) throws IOException {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end in " + TIMEOUT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError(command + " was interrupted", e);
    }
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }
}
