package org.memslot.ospm.interpreter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.testing.ReferenceProgram;

/** Every case of the suite computes here what it computes in ACPICA. */
class ReferenceSuiteTest {
  static final List<String> TABLES = ReferenceSuite.TABLES;

  static final List<String> OTHERS = ReferenceSuite.OTHERS;

  @TestFactory
  Stream<DynamicContainer> whatAcpiexecComputed() {
    return TABLES.stream()
        .map(
            table -> {
              try {
                return DynamicContainer.dynamicContainer(table, cases(table));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  private static Stream<DynamicTest> cases(String table) throws IOException {
    Map<String, String> computed = ReferenceSuite.evaluate(table);
    return ReferenceSuite.expected(table).entrySet().stream()
        .map(
            expected ->
                DynamicTest.dynamicTest(
                    expected.getKey(),
                    () ->
                        assertThat(computed.get(expected.getKey()))
                            .isEqualTo(
                                ReferenceSuite.DEVIATIONS.getOrDefault(
                                    table + " " + expected.getKey(), expected.getValue()))));
  }

  @ParameterizedTest
  @FieldSource("OTHERS")
  void compiledTablesAreTheCompilers(String table, @TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceProgram.require("iasl");
    Files.write(folder.resolve(table + ".asl"), ReferenceSuite.resource(table + ".asl"));
    String said = ReferenceSuite.compile(folder, table);
    assertThat(Files.readAllBytes(folder.resolve(table + ".aml")))
        .as(said)
        .isEqualTo(ReferenceSuite.resource(table + ".aml"));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void recordedAnswersAreTheReferees(String table, @TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceProgram.require("iasl");
    ReferenceProgram.require("acpiexec");
    byte[] asl = ReferenceSuite.resource(table + ".asl");
    Files.write(folder.resolve(table + ".asl"), asl);

    String said = ReferenceSuite.compile(folder, table);
    Path aml = folder.resolve(table + ".aml");
    assertThat(aml).as(said).exists();
    assertThat(Files.readAllBytes(aml)).isEqualTo(ReferenceSuite.resource(table + ".aml"));

    Map<String, String> answers =
        ReferenceSuite.answers(aml, ReferenceSuite.cases(new String(asl, ISO_8859_1)));
    assertThat(answers).isEqualTo(ReferenceSuite.expected(table));
  }
}
