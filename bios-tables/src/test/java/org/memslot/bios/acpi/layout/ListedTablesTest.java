package org.memslot.bios.acpi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.TableLint;

/**
 * Tables that iasl 20200925 does not know or lists in an older form. Their bytes were written for
 * this test; the fields beside them are those that iasl 20260408 lists.
 */
class ListedTablesTest {
  /** Offsets at which the view differs from iasl on purpose. */
  private static final Map<String, Set<String>> DIFFERENT =
      Map.of(
          // iasl shows one of the two bytes of a type.
          "ERDT",
          Set.of(
              "0x40", "0x62", "0x72", "0xa2", "0xe2", "0x112", "0x116", "0x146", "0x18a", "0x18e"),
          // iasl takes the padding from the start of the table; Arm DEN0049E.d gave the root
          // complex,
          // in revision 4 of its node, flags.
          "IORT",
          Set.of("0x72", "0xac"),
          // iasl lists each functional dependency a second time, at offset 0.
          "MPAM",
          Set.of("0x0", "0x4"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AEST", "AEST2", "AGDI", "APMT", "ASPT", "BDAT", "CCEL", "CEDT", "DTPR", "ERDT", "GTDT",
        "HEST", "IORT", "IOVT", "IVRS", "MPAM", "MRRM", "PCCT", "PHAT", "PMTT", "PPTT", "PRMT",
        "RAS2", "RGRT", "RHCT", "RIMT", "SVKL", "SWFT", "TDEL", "TPM2-3", "VIOT"
      })
  void theViewHasTheFieldsOfTheListing(String name) throws IOException {
    TableView view = AcpiTables.view(name, ByteList.of(resource(name + ".dat")));

    List<String> listed =
        new String(resource(name + ".txt"), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(without(name, IaslListing.of(view).stream().map(Object::toString).toList()))
        .as(TableText.print(view))
        .containsExactlyInAnyOrderElementsOf(without(name, listed));
    assertThat(TableLint.check(name, view)).isEmpty();
  }

  private static List<String> without(String name, List<String> lines) {
    Set<String> offsets = DIFFERENT.getOrDefault(name, Set.of());
    return lines.stream()
        .filter(line -> !offsets.contains(line.substring(0, line.indexOf('+'))))
        .toList();
  }

  /** UEFI 2.10, appendix O: the table of the SMM communication is known by its GUID. */
  @Test
  void aGuidSelectsTheFieldsOfAUefiTable() {
    byte[] table = new byte[66];
    byte[] start = {'U', 'E', 'F', 'I', 66, 0, 0, 0, 1};
    byte[] guid = {
      (byte) 0xe2,
      (byte) 0xd8,
      (byte) 0x8e,
      (byte) 0xc6,
      (byte) 0xc6,
      (byte) 0x9d,
      (byte) 0xbd,
      0x4c,
      (byte) 0x9d,
      (byte) 0x94,
      (byte) 0xdb,
      0x65,
      (byte) 0xac,
      (byte) 0xc5,
      (byte) 0xc3,
      0x32
    };
    System.arraycopy(start, 0, table, 0, start.length);
    System.arraycopy(guid, 0, table, 36, guid.length);
    table[52] = 54;
    table[54] = 7;
    table[59] = 0x10;

    TableView known = AcpiTables.view("UEFI", ByteList.of(table));
    assertThat(known.number("SW SMI Number")).hasValue(7);
    assertThat(known.number("Buffer Ptr Address")).hasValue(0x1000);

    table[36] ^= 1;
    TableView other = AcpiTables.view("UEFI", ByteList.of(table));
    assertThat(other.number("SW SMI Number")).isEmpty();
    assertThat(other.field("Data").orElseThrow().value())
        .isEqualTo("07 00 00 00 00 10 00 00 00 00 00 00");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ListedTablesTest.class.getResourceAsStream("listed/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
