package org.memslot.aml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.diagnostic.Finding;

/** Small tables with what firmware has; their source stands beside them. */
class LintedTablesTest {
  @Test
  void wmiEventMethodsAreNoWakeEvents() {
    assertThat(lint("wmi-event.aml")).isEmpty();
  }

  @Test
  void thermalObjectsStandInDevices() {
    assertThat(lint("thermal-in-device.aml")).isEmpty();
  }

  @Test
  void duplicatesNameBothTables() {
    assertThat(lint("duplicate-a.aml", "duplicate-b.aml"))
        .containsExactly(
            "duplicate-b.aml: \\: \\_GPE._E47 is declared in duplicate-a.aml, too"
                + " [duplicate-name]");
  }

  /** iasl 20200925 has 6006 for M, 6066 for N, 3115 for O, 6005 for P and 6084 for Q. */
  @Test
  void variablesAndPathsAreFollowed() {
    assertThat(lint("unchecked-arguments.aml"))
        .containsExactly(
            "unchecked-arguments.aml: \\A___.P___: M___ is a method of 1 argument and stands"
                + " without: what follows would be read as its arguments [call-arguments]",
            "unchecked-arguments.aml: \\A___.Q___: QQQQ is declared nowhere [undeclared-name]",
            "unchecked-arguments.aml: \\A___.M___: Arg3 is read; the method has 1 argument"
                + " [argument-beyond-count]",
            "unchecked-arguments.aml: \\A___.N___: Local0 is read and has not been set"
                + " [unset-local]",
            "unchecked-arguments.aml: \\A___.O___: some paths return a value, and one reaches the"
                + " end of the method without [path-without-return]");
  }

  @Test
  void constantsOfSixtyFourBitsNeedRevisionTwo() {
    assertThat(lint("wide-integer.aml"))
        .containsExactly(
            "wide-integer.aml: \\: 0x100000000 loses its upper half: revision 1 has integers of 32"
                + " bits [wide-integer]");
  }

  private static List<String> lint(String... names) {
    return AmlLint.check(Arrays.stream(names).map(LintedTablesTest::table).toList()).stream()
        .map(Finding::toString)
        .toList();
  }

  private static LintTable table(String name) {
    try (InputStream in = LintedTablesTest.class.getResourceAsStream("/lint/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new LintTable(name, AmlDecoder.decode(bytes).table());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
