package org.memslot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.testing.ReferenceProgram;

/** What {@code memslot inspect} takes for input, and what it shows of it. */
class InspectInputsTest {
  @TempDir private static Path tables;

  @TempDir private Path folder;

  @BeforeAll
  static void makeTables() {
    CommandRun run =
        CommandRun.of(
            "tables", "-m", "64M", "-memslot", "id=hot1,size=128M", "-o", tables.toString());
    assertThat(run.status()).isEqualTo(Memslot.DONE);
  }

  private static byte[] table(String name) throws IOException {
    return Files.readAllBytes(tables.resolve(name + ".aml"));
  }

  /** A text as acpidump writes it. */
  private static String dump(String... names) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      byte[] content = table(name);
      text.append(name).append(" @ 0x0000000000000000\n");
      for (int at = 0; at < content.length; at++) {
        text.append(at % 16 == 0 ? "    %04X: ".formatted(at) : "");
        text.append("%02X ".formatted(content[at]));
        text.append(at % 16 == 15 || at == content.length - 1 ? " ....\n" : "");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(table(name.substring(name.lastIndexOf('/') + 1).replaceAll("[0-9.].*", "")));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private String file(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content).toString();
  }

  /** The names in the lines above tables. */
  private static List<String> shown(CommandRun run) {
    return run.outLines().stream()
        .filter(line -> line.contains(" bytes, "))
        .map(line -> line.substring("// ".length(), line.indexOf(": ")))
        .toList();
  }

  @Test
  void aDumpIsReadWithItsTablesBesideEachOther() throws Exception {
    String dump = file("acpidump.out", dump("SSDT", "APIC", "DSDT").getBytes(UTF_8));

    CommandRun run = CommandRun.of("inspect", dump);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(shown(run)).containsExactly(dump + "!SSDT", dump + "!APIC", dump + "!DSDT");
    assertThat(run.out()).contains("Device (MP00)").contains("Local Apic");
    assertThat(run.outLines().getLast()).isEqualTo("// 3 tables: no findings");
  }

  @Test
  void theTablesOfADumpAreThoseOfTheFilesItWasMadeOf() throws Exception {
    CommandRun fromDump =
        CommandRun.withInput("Some text\n" + dump("DSDT", "SSDT"), "inspect", "-");
    CommandRun fromFiles =
        CommandRun.of(
            "inspect", tables.resolve("DSDT.aml").toString(), tables.resolve("SSDT.aml") + "");

    assertThat(shown(fromDump)).containsExactly("stdin!DSDT", "stdin!SSDT");
    assertThat(fromDump.out().replaceAll("// \\S*: ", "// : "))
        .isEqualTo(fromFiles.out().replaceAll("// \\S*: ", "// : "));
  }

  @Test
  void aDumpThatWasCutUpIsSaidToBeAndShown() throws Exception {
    String text = dump("APIC").replaceAll("(?m)^    0020.*\n", "");

    CommandRun run = CommandRun.withInput(text, "inspect", "-");

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.errLines())
        .contains(
            "memslot inspect: stdin: line 4: APIC: offset 0x30 where 0x20 follows; the rest of the"
                + " table is lost");
    assertThat(shown(run)).containsExactly("stdin!APIC");
  }

  @Test
  void archivesAreKnownByTheirContentAndMembersAreNamedInOrder() throws Exception {
    String zip = file("dump.bin", zip("acpi/SSDT10", "acpi/SSDT9", "acpi/DSDT"));
    String inner = file("twice", gzip(zip("x/APIC.dat")));

    CommandRun run = CommandRun.of("inspect", "-q", zip, inner);

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(shown(run))
        .containsExactly(
            zip + "!acpi/DSDT", zip + "!acpi/SSDT9", zip + "!acpi/SSDT10", inner + "!x/APIC.dat");
  }

  @Test
  void aTarArchiveOfTheSystemSOwnProgramIsRead() throws Exception {
    for (String format : List.of("ustar", "gnu", "posix", "v7")) {
      Path archive = folder.resolve(format + ".tar.gz");
      ReferenceProgram.named("tar")
          .run(
              tables,
              "czf",
              archive.toString(),
              "--exclude=fw_cfg",
              "--format=" + format,
              "--hard-dereference", // else tar stores the second as a link to the first
              "DSDT.aml",
              "./");

      CommandRun run = CommandRun.of("inspect", "--only", "dsdt,apic", archive.toString());

      assertThat(run.err()).as(format).isEmpty();
      assertThat(shown(run))
          .as(format)
          .contains(archive + "!./APIC.aml", archive + "!DSDT.aml", archive + "!./DSDT.aml");
    }
  }

  @Test
  void aFolderIsReadWithTheFoldersInIt() throws Exception {
    file("m/DSDT", table("DSDT"));
    file("m/dynamic/SSDT2", table("SSDT"));
    file("m/README", "no table".getBytes(UTF_8));
    file("m/facp.dsl", dump("FACP").getBytes(UTF_8));
    file("m/dumped.txt", dump("APIC").getBytes(UTF_8));
    Files.createSymbolicLink(folder.resolve("m/link"), tables);

    CommandRun run = CommandRun.of("inspect", "-q", folder.resolve("m").toString());

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(shown(run))
        .containsExactly(
            folder + "/m/DSDT", folder + "/m/dumped.txt!APIC", folder + "/m/dynamic/SSDT2");
  }

  @Test
  void machinesInFoldersOfTheirOwnAreToldApart() throws Exception {
    String zip = file("two.zip", zip("a/DSDT", "a/SSDT", "b/DSDT", "b/SSDT"));

    CommandRun run = CommandRun.of("inspect", "-q", zip);

    assertThat(run.err()).as("nothing is declared twice").isEmpty();
    assertThat(run.outLines())
        .contains("// machine 1 of 2: " + zip + "!a/", "// machine 2 of 2: " + zip + "!b/");
    assertThat(run.outLines().getLast()).isEqualTo("// 4 tables of 2 machines: no findings");
  }

  @Test
  void aBrokenArchiveIsSaidToBeAndWhatItHasIsShown() throws Exception {
    byte[] whole = zip("DSDT", "APIC");
    String cut = file("cut.zip", java.util.Arrays.copyOf(whole, whole.length / 2));
    String xz = file("acpi.xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0});

    CommandRun run = CommandRun.of("inspect", "-q", cut, xz, tables.resolve("SRAT.aml").toString());

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.errLines())
        .containsExactly(
            "memslot inspect: " + cut + ": broken archive: it ends too early",
            "memslot inspect: "
                + xz
                + ": compressed in a way that is not read (gzip and zip are); unpack it first");
    assertThat(shown(run)).contains(tables.resolve("SRAT.aml").toString());
  }

  @Test
  void onlyTheTablesThatAreAskedForAreShownAndCounted() throws Exception {
    String[] files =
        Stream.of("inspect", "--only", "SSDT,srat", tables.toString()).toArray(String[]::new);

    CommandRun run = CommandRun.of(files);

    assertThat(shown(run))
        .containsExactly(
            tables.resolve("SRAT.aml").toString(), tables.resolve("SSDT.aml").toString());
    assertThat(run.out()).contains("Device (MP00)").doesNotContain("Local Apic");
    CommandRun none = CommandRun.of("inspect", "--only=FOOO", tables.toString());
    assertThat(none.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(none.err()).contains("--only FOOO: no such table; there are APIC, DSDT");
  }

  @Test
  void aRuleThatIsOffHasNoFindingsAndCountsForNothing() throws Exception {
    byte[] wrong = table("SRAT");
    wrong[9] ^= 1;
    String file = file("SRAT", wrong);

    assertThat(CommandRun.of("inspect", "-q", "--strict", file).status()).isEqualTo(Memslot.FAILED);
    CommandRun off = CommandRun.of("inspect", "-q", "--strict", "-w", "table-checksum=off", file);
    assertThat(off.status()).isEqualTo(Memslot.DONE);
    assertThat(off.err()).isEmpty();
    assertThat(off.outLines().getLast()).isEqualTo("// 1 table: no findings");
    CommandRun on =
        CommandRun.of(
            "inspect", "--strict", "-w", "table-checksum=off", "-w", "table-checksum=on", file);
    assertThat(on.status()).isEqualTo(Memslot.FAILED);
  }

  @Test
  void aRuleThatIsNoneIsRefusedBeforeAnythingIsRead() {
    CommandRun run =
        CommandRun.of("inspect", "-w", "table-cheksum=off", "-w", "table-checksum", "absent");

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.errLines())
        .containsExactly(
            "memslot inspect: -w table-cheksum: no such rule; \"table-checksum\" is the nearest;"
                + " \"memslot inspect --rules\" lists them",
            "memslot inspect: -w table-checksum: write -w table-checksum=off or -w"
                + " table-checksum=on");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void rulesAreListedWithLevelDemandAndSource() {
    CommandRun run = CommandRun.of("inspect", "--rules");

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(run.outLines())
        .isSorted()
        .allMatch(line -> line.matches("[a-z0-9-]+ +(error|warning|remark) +\\S.*\\. \\(.+\\)"))
        .anyMatch(line -> line.startsWith("table-checksum "));
    assertThat(CommandRun.of("inspect", "--rules", "file").status()).isEqualTo(Memslot.WRONG_WORDS);
  }

  @Test
  void textOfANameStaysOnItsLine() throws Exception {
    String file = file("a\nb", table("APIC"));

    CommandRun run = CommandRun.of("inspect", "-q", file);

    assertThat(run.out()).doesNotContain("\nb").contains("a\\u000ab: ");
    assertThat(new String(table("APIC"), ISO_8859_1)).startsWith("APIC");
  }
}
