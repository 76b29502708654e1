package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command finds in small tables like those of real machines, and what it leaves alone. */
class InspectFindingsTest {
  private static String file(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(InspectFindingsTest.class.getResource("/inspect/" + name))
                  .toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "acpidump.txt, '', 0",
    "apic-placeholders.dat, '', 0",
    "disabled-processors.aml, '', 0",
    "wmi-event.aml, '', 0",
    "thermal-in-device.aml, '', 0",
    "duplicate-a.aml, '', 0",
    "facp-129.dat, warning fields-of-revision, 0",
    "facp-5-244.dat, warning fields-of-revision, 0",
    "wrong-checksum.dat, warning table-checksum, 0",
    "slit-longer.dat, remark unknown-bytes, 0",
    "wide-integer.aml, warning wide-integer, 0",
    "srat-overlap.aml, error affinity-overlap, 1"
  })
  void eachTableHasTheFindingsThatItShouldAndItsErrorsMakeTheStatus(
      String name, String finding, int status) {
    CommandRun run = CommandRun.of("inspect", file(name));

    List<String> found =
        run.errLines().stream()
            .map(line -> line.replaceAll(".*: (error|warning|remark): .* \\[(.*)]", "$1 $2"))
            .toList();
    assertThat(found).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    assertThat(run.status()).isEqualTo(status);
    assertThat(CommandRun.of("inspect", "--strict", file(name)).status())
        .isEqualTo(finding.isEmpty() ? Memslot.DONE : Memslot.FAILED);
  }

  @Test
  void aNameThatTwoTablesDeclareIsReportedWithBothFiles() {
    String first = file("duplicate-a.aml");
    String second = file("duplicate-b.aml");

    CommandRun run = CommandRun.of("inspect", "-q", second, first);

    assertThat(run.status()).isEqualTo(Memslot.FAILED);
    assertThat(run.errLines()).hasSize(1);
    // The second file is the DSDT's, which is loaded first.
    assertThat(run.err())
        .startsWith("memslot inspect: " + second + ": SSDT DUPB: ")
        .contains("\\_GPE._E47", first, "error: ", "[duplicate-name]");
  }

  @Test
  void anEmptyFileNameIsWrongUsage() {
    CommandRun run = CommandRun.of("inspect", "");

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "memslot inspect: a file name is empty; name a file or folder, or - for input");
  }

  @Test
  void aNameThatNoFileCanHaveIsUnreadableAndTheOthersGoOn() {
    CommandRun run = CommandRun.of("inspect", "a\0b", file("acpidump.txt"));

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.err()).contains("no file can have this name");
    assertThat(run.out()).contains("Signature : \"NHLT\"");
  }

  @Test
  void aDumpIsShownAsTheTableThatItHolds() {
    CommandRun run = CommandRun.of("inspect", file("acpidump.txt"));

    assertThat(run.outLines().getFirst())
        .isEqualTo(
            "// " + file("acpidump.txt") + "!NHLT: 44 bytes, NHLT TABLES, revision 0: no findings");
    assertThat(run.out()).contains("Signature : \"NHLT\"");
  }
}
