package org.memslot.bios.acpi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.TableLint;

/**
 * Subtables that iasl 20200925 does not know. The sources were compiled with iasl 20260408; the
 * view of the bytes has the widths and values of the source.
 */
class NewerSubtablesTest {
  private static final int HEADER = 36;
  private static final Pattern FIELD = Pattern.compile("\\[(\\d+)\\] [^:]+ : (.*)");

  @ParameterizedTest
  @ValueSource(strings = {"apic-riscv", "srat-generic-port"})
  void theViewHasTheFieldsOfTheSource(String name) throws IOException {
    ByteList content = ByteList.of(resource(name + ".dat"));
    TableView view = AcpiTables.view(name, content);

    List<String> source = new ArrayList<>();
    int offset = 0;
    for (String line :
        new String(resource(name + ".asl"), StandardCharsets.UTF_8).lines().toList()) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        int width = Integer.parseInt(field.group(1));
        if (offset >= HEADER) {
          source.add(offset + "+" + width + "=" + IaslListing.normalised(field.group(2)));
        }
        offset += width;
      }
    }
    assertThat(view.fields())
        .filteredOn(field -> field.offset() >= HEADER)
        .extracting(
            field ->
                field.offset() + "+" + field.length() + "=" + IaslListing.normalised(field.value()))
        .containsExactlyElementsOf(source);
    assertThat(TableLint.check(name, view)).isEmpty();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NewerSubtablesTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
