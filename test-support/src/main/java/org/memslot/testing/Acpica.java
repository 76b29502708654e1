package org.memslot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * ACPICA's compiler and interpreter (Debian: acpica-tools), which decide whether our bytes and our
 * text are right.
 *
 * <p>Where they are missing, the calling test is skipped or fails, as {@link ReferenceProgram}
 * describes.
 */
public final class Acpica {
  private Acpica() {}

  /**
   * Compiles ASL text.
   *
   * @param options further options of iasl: {@code -oa} disables its optimizations
   * @return the table's bytes; if iasl rejects the text the test fails with iasl's message
   */
  public static byte[] compile(String asl, String... options) {
    return inTempDirectory(
        directory -> {
          String said = iasl(directory, asl, options);
          Path aml = directory.resolve("t.aml");
          assertThat(aml).as("iasl said%n%s%nof%n%s", said, asl).exists();
          return Files.readAllBytes(aml);
        });
  }

  /**
   * Compiles ASL text that must be rejected.
   *
   * @return iasl's message; the calling test fails if iasl accepts the text
   */
  public static String refusal(String asl, String... options) {
    return inTempDirectory(
        directory -> {
          String said = iasl(directory, asl, options);
          Path aml = directory.resolve("t.aml");
          assertThat(aml).as("iasl said%n%s%nof%n%s", said, asl).doesNotExist();
          return said;
        });
  }

  private static String iasl(Path directory, String asl, String... options) throws IOException {
    Files.writeString(directory.resolve("t.dsl"), asl);
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("t.dsl");
    return ReferenceProgram.named("iasl").output(directory, arguments);
  }

  /** Disassembles a table with iasl. */
  public static String disassemble(byte[] aml) {
    ReferenceProgram iasl = ReferenceProgram.named("iasl");
    return inTempDirectory(
        directory -> {
          Files.write(directory.resolve("t.aml"), aml);
          String said = iasl.output(directory, List.of("-d", "t.aml"));
          Path asl = directory.resolve("t.dsl");
          assertThat(asl).as("iasl said%n%s", said).exists();
          return Files.readString(asl);
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

  /**
   * Loads tables into acpiexec, the first one the DSDT, without executing their methods, and runs
   * commands of its prompt.
   *
   * @return everything it prints
   */
  public static String acpiexec(List<byte[]> tables, String commands) {
    ReferenceProgram acpiexec = ReferenceProgram.named("acpiexec");
    return inTempDirectory(
        directory -> {
          List<String> arguments = new ArrayList<>(List.of("-di", "-b", commands));
          for (int i = 0; i < tables.size(); i++) {
            Files.write(directory.resolve("t" + i + ".aml"), tables.get(i));
            arguments.add("t" + i + ".aml");
          }
          return acpiexec.output(directory, arguments);
        });
  }

  private interface Work<T> {
    T in(Path directory) throws IOException;
  }

  private static <T> T inTempDirectory(Work<T> work) {
    try {
      Path directory = Files.createTempDirectory("acpica");
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
}
