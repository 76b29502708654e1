package org.memslot.bios.acpi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.TableKinds;
import org.memslot.testing.ReferenceProgram;

/**
 * Compares every layout with iasl: iasl writes a template of the table, compiles it and lists it;
 * our view of the same bytes has the same fields.
 */
class LayoutRefereeTest {
  @TempDir Path directory;

  /** Signatures that iasl has templates for, definition blocks and the root pointer aside. */
  static Stream<String> templates() {
    return Stream.of(
        "APIC", "ASF!", "BERT", "BGRT", "BOOT", "CPEP", "CSRT", "DBG2", "DBGP", "DMAR", "DRTM",
        "ECDT", "EINJ", "ERST", "FACP", "FACS", "FPDT", "GTDT", "HEST", "HMAT", "HPET", "IORT",
        "IVRS", "LPIT", "MCFG", "MCHI", "MPST", "MSCT", "MSDM", "MTMR", "NFIT", "PCCT", "PDTT",
        "PMTT", "PPTT", "RASF", "RSDT", "S3PT", "SBST", "SDEI", "SDEV", "SLIC", "SLIT", "SPCR",
        "SPMI", "SRAT", "STAO", "TCPA", "TPM2", "UEFI", "VRTC", "WAET", "WDAT", "WDDT", "WDRT",
        "WPBT", "WSMT", "XENV", "XSDT");
  }

  /** Those of them that have a layout. */
  static Stream<String> layouts() {
    return templates().filter(signature -> TableKinds.STANDARD.find(signature).isPresent());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void theViewHasTheFieldsOfIaslsListing(String signature) throws IOException {
    ReferenceProgram iasl = ReferenceProgram.named("iasl");
    iasl.run(directory, "-T", signature);
    String name = signature.toLowerCase(Locale.ROOT).replace("!", "");
    Path source = only(".asl");
    iasl.run(directory, "-p", name, source.getFileName().toString());
    Files.delete(source);
    ByteList content = ByteList.of(Files.readAllBytes(only(".aml")));
    iasl.run(directory, "-d", only(".aml").getFileName().toString());
    List<IaslListing.Line> theirs = IaslListing.read(Files.readString(only(".dsl")));

    TableView view = AcpiTables.view(signature, content);

    Set<Integer> different = DeliberateDifferences.offsets(signature);
    List<IaslListing.Line> ours = without(different, IaslListing.of(view));
    List<IaslListing.Line> expected = without(different, theirs);
    assertThat(ours).filteredOn(line -> !expected.contains(line)).as("only in the view").isEmpty();
    assertThat(expected).filteredOn(line -> !ours.contains(line)).as("only in iasl's").isEmpty();
  }

  private static List<IaslListing.Line> without(
      Set<Integer> offsets, List<IaslListing.Line> lines) {
    return lines.stream().filter(line -> !offsets.contains(line.offset())).toList();
  }

  private Path only(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + suffix));
    }
  }

  @Test
  void iaslHasNoTemplateThatThisTestLeavesOut() {
    String help = ReferenceProgram.named("iasl").run(directory, "-ht");
    assertThat(help.lines())
        .filteredOn(line -> line.matches(" +\\d+\\) .*"))
        .extracting(line -> line.replaceFirst(" +\\d+\\) (\\S+) .*", "$1"))
        .filteredOn(signature -> !Set.of("DSDT", "SSDT", "RSDP").contains(signature))
        .isSubsetOf(templates().toList());
  }
}
