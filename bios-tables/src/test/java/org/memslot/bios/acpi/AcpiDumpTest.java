package org.memslot.bios.acpi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.testing.Seeds;

class AcpiDumpTest {
  /** The first lines of a dump in the form of ACPICA's acpidump. */
  private static final String DUMP =
      """
      NHLT @ 0x00000000DEADBEEF
          0000: 4E 48 4C 54 2C 00 00 00 00 B9 52 45 50 52 4F 20  NHLT,.....REPRO\s
          0010: 54 41 42 4C 45 53 20 20 01 00 00 00 54 45 53 54  TABLES  ....TEST
          0020: 01 00 00 00 00 00 00 00 00 00 00 00              ............

      """;

  private static AcpiDump read(String text) {
    return AcpiDump.read(text.getBytes(ISO_8859_1));
  }

  /** The text of tables in ACPICA's form. */
  private static String dump(String name, byte[] content) {
    StringBuilder text = new StringBuilder(name + " @ 0x0000000000000000\n");
    for (int at = 0; at < content.length; at += 16) {
      text.append("%8s: ".formatted("%04X".formatted(at)));
      StringBuilder characters = new StringBuilder();
      for (int i = at; i < at + 16; i++) {
        if (i < content.length) {
          text.append("%02X ".formatted(content[i]));
          characters.append(content[i] >= ' ' && content[i] <= '~' ? (char) content[i] : '.');
        } else {
          text.append("   ");
        }
      }
      text.append(' ').append(characters).append('\n');
    }
    return text.append('\n').toString();
  }

  @Test
  void aTableHasItsNameAddressLineAndBytes() {
    AcpiDump dump = read("dumped by hand\n\n" + DUMP);

    assertThat(dump.problems()).isEmpty();
    assertThat(dump.tables()).hasSize(1);
    AcpiDump.Table table = dump.tables().getFirst();
    assertThat(table.name()).isEqualTo("NHLT");
    assertThat(table.address()).isEqualTo(0xdeadbeefL);
    assertThat(table.line()).isEqualTo(3);
    assertThat(table.content().length()).isEqualTo(0x2c);
    assertThat(table.content().slice(0x10, 6)).isEqualTo(ByteList.ascii("TABLES"));
  }

  @Test
  void textAroundAndBetweenTablesIsSkipped() {
    String warning = "Firmware Warning (ACPI): Incorrect checksum in table [TAMG] - 0xF4\n";

    AcpiDump dump = read(warning + DUMP + warning + DUMP.replace("NHLT @", "OEM1 @") + warning);

    assertThat(dump.problems()).isEmpty();
    assertThat(dump.tables()).extracting(AcpiDump.Table::name).containsExactly("NHLT", "OEM1");
  }

  @Test
  void theFormsOfOtherProgramsAndSystemsAreRead() {
    ByteList content = read(DUMP).tables().getFirst().content();
    List<String> forms =
        List.of(
            DUMP.replace("    00", "  00").replace("0x00000000DEADBEEF", "0xdeadbeef"),
            DUMP.toLowerCase(java.util.Locale.ROOT).replace("nhlt @", "NHLT @"),
            DUMP.replace("\n", "\r\n"),
            DUMP.replace("    00", "\t00"),
            DUMP.strip(),
            DUMP.replace("\n    00", "\n\n    00"),
            "\u00ef\u00bb\u00bf\n" + DUMP);

    for (String form : forms) {
      AcpiDump dump = read(form);
      assertThat(dump.problems()).as(form).isEmpty();
      assertThat(dump.tables()).as(form).hasSize(1);
      assertThat(dump.tables().getFirst().content()).as(form).isEqualTo(content);
    }
    assertThat(AcpiDump.read(("\ufeff" + DUMP).getBytes(UTF_16LE)).tables())
        .isEqualTo(read(DUMP).tables());
  }

  @Test
  void rawTableDataOfADisassemblyIsRead() {
    AcpiDump dump =
        read(
            """
            [024h 0036   8]                     Reserved : 0000000000000000

            Raw Table Data: Length 44 (0x2C)

                0000: 4E 48 4C 54 2C 00 00 00 00 B9 52 45 50 52 4F 20  // NHLT,.....REPRO\s
                0010: 54 41 42 4C 45 53 20 20 01 00 00 00 54 45 53 54  // TABLES  ....TEST
                0020: 01 00 00 00 00 00 00 00 00 00 00 00              // ............
            """);

    assertThat(dump.problems()).isEmpty();
    assertThat(dump.tables())
        .containsExactly(
            new AcpiDump.Table("NHLT", 0, 3, read(DUMP).tables().getFirst().content()));
  }

  @Test
  void theRootPointerSNameMayHaveABlank() {
    AcpiDump dump = read("RSD PTR @ 0xfdc60\n  0000: 52 53 44 20 50 54 52 20  RSD PTR\n");

    assertThat(dump.tables())
        .containsExactly(new AcpiDump.Table("RSD PTR", 0xfdc60, 1, ByteList.ascii("RSD PTR ")));
  }

  @Test
  void aLostLineEndsItsTableWithAProblemAndTheNextIsRead() {
    String lost = DUMP.replaceAll("(?m)^    0010.*\n", "");

    AcpiDump dump = read(lost + DUMP);

    assertThat(dump.problems())
        .extracting(AcpiDump.Problem::toString)
        .containsExactly(
            "line 3: NHLT: offset 0x20 where 0x10 follows; the rest of the table is lost");
    assertThat(dump.tables()).extracting(table -> table.content().length()).containsExactly(16, 44);
  }

  @Test
  void aNameWithoutBytesIsAProblem() {
    AcpiDump dump = read("DSDT @ 0x1000\n" + DUMP);

    assertThat(dump.problems()).containsExactly(new AcpiDump.Problem(1, "DSDT: no bytes follow"));
    assertThat(dump.tables()).hasSize(1);
  }

  @Test
  void otherBytesHaveNoTables() {
    for (String text : List.of("", "\n", "DSDT", "@ 0x", "    0000: 44 53 44 54  DSDT\n", "x: y")) {
      assertThat(read(text)).as(text).isEqualTo(new AcpiDump(List.of(), List.of()));
    }
  }

  @Test
  void noMoreThanSoManyProblemsAreReported() {
    AcpiDump dump = read("DSDT @ 0x1000\n".repeat(AcpiDump.MAX_PROBLEMS + 5));

    assertThat(dump.problems()).hasSize(AcpiDump.MAX_PROBLEMS);
  }

  @Test
  void whatIsDumpedIsReadBack() {
    Random random = Seeds.random("AcpiDumpTest", 20261130);
    for (int i = 0; i < 200; i++) {
      byte[] content = new byte[1 + random.nextInt(i % 20 == 0 ? 0x11000 : 200)];
      random.nextBytes(content);

      AcpiDump dump = read(dump("SSDT", content) + DUMP);

      assertThat(dump.problems()).isEmpty();
      assertThat(dump.tables()).hasSize(2);
      assertThat(dump.tables().getFirst().content()).isEqualTo(ByteList.of(content));
    }
  }

  @Test
  void anyBytesAreRead() {
    Random random = Seeds.random("AcpiDumpTest", 20261130);
    byte[] whole = (DUMP + DUMP).getBytes(ISO_8859_1);
    byte[] likely = " \n:@0xAfNHLT".getBytes(ISO_8859_1);
    for (int i = 0; i < 5000; i++) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      int from = random.nextInt(whole.length);
      text.writeBytes(Arrays.copyOf(whole, from));
      for (int j = random.nextInt(8); j > 0; j--) {
        text.write(random.nextBoolean() ? random.nextInt() : likely[random.nextInt(likely.length)]);
      }
      int to = random.nextInt(whole.length);
      text.writeBytes(Arrays.copyOfRange(whole, to, whole.length));

      AcpiDump dump = AcpiDump.read(text.toByteArray());

      int bytes = dump.tables().stream().mapToInt(table -> table.content().length()).sum();
      assertThat(bytes).isLessThanOrEqualTo(text.size() / 3);
      assertThat(dump.tables()).allMatch(table -> table.content().length() > 0);
    }
  }
}
