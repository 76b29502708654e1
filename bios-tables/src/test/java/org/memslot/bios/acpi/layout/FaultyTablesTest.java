package org.memslot.bios.acpi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.TableLint;

/** Small tables with the peculiarities of real machines. */
class FaultyTablesTest {
  private static ByteList table(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FaultyTablesTest.class.getResourceAsStream(name + ".dat"), name)) {
      return ByteList.of(in.readAllBytes());
    }
  }

  private static List<String> findings(String name) throws IOException {
    return TableLint.check(name, table(name)).stream().map(Finding::toString).toList();
  }

  private static TableView view(String name) throws IOException {
    return AcpiTables.view(name, table(name));
  }

  @Test
  void disabledProcessorsMayHaveTheSamePlaceholder() throws IOException {
    assertThat(findings("apic-placeholders")).isEmpty();
    assertThat(findings("apic-disabled")).isEmpty();
    assertThat(view("apic-placeholders").subtables(0))
        .extracting(processor -> processor.number("Local Apic ID").orElseThrow())
        .containsExactly(0L, 255L, 255L);
  }

  @Test
  void aTableWhoseRevisionsAreNotKnownMayHaveRevisionZero() throws IOException {
    assertThat(findings("nhlt-revision-0")).noneMatch(finding -> finding.contains("Revision"));
  }

  @Test
  void aFadtHasTheFieldsThatItsBytesHaveAndNoMore() throws IOException {
    TableView view = view("facp-2-129");
    GroupView reset = view.group("Reset Register").orElseThrow();
    assertThat(reset.number("Address")).hasValue(0xb2);
    assertThat(view.number("Value to cause reset")).hasValue(0xfe);
    assertThat(view.field("ARM Flags")).isEmpty();
    assertThat(view.fields().getLast().offset()).isEqualTo(128);
    assertThat(findings("facp-2-129"))
        .containsExactly(
            "facp-2-129: ARM Flags at offset 0x81: the table ends before it, revision 2 is longer"
                + " [fields-of-revision]");
  }

  @Test
  void aFadtThatIsShorterThanItsRevisionIsFound() throws IOException {
    TableView view = view("facp-5-244");
    assertThat(view.group("GPE1 Block")).isPresent();
    assertThat(view.group("Sleep Control Register")).isEmpty();
    assertThat(findings("facp-5-244"))
        .singleElement()
        .hasToString(
            "facp-5-244: Sleep Control Register at offset 0xf4: the table ends before it, revision 5 is longer"
                + " [fields-of-revision]");
  }

  @Test
  void aWrongChecksumIsShownAsItIs() throws IOException {
    assertThat(view("wrong-checksum").number("Checksum")).hasValue(0x95);
    assertThat(findings("wrong-checksum"))
        .containsExactly(
            "wrong-checksum: Checksum at offset 0x9: 0x95, should be 0xcf [table-checksum]");
  }

  @Test
  void bytesBehindTheLastFieldAreShownWhole() throws IOException {
    FieldView last = view("slit-longer").fields().getLast();
    assertThat(last.offset()).isEqualTo(45);
    assertThat(last.length()).isEqualTo(20);
    assertThat(TableText.print(view("slit-longer")))
        .contains("[02Dh 0045  20]")
        .contains("00 00 00 00\n");
    assertThat(findings("slit-longer"))
        .containsExactly(
            "slit-longer: offset 0x2d: 20 bytes behind the last field [unknown-bytes]");
  }

  @Test
  void memoryOfTwoDomainsIsFound() throws IOException {
    assertThat(findings("srat-overlap"))
        .singleElement()
        .asString()
        .contains("overlaps")
        .endsWith("[affinity-overlap]");
  }
}
