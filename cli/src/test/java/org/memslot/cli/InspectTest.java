package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.TableHeader;
import org.memslot.cli.console.Streams;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.testing.Seeds;
import picocli.CommandLine;

class InspectTest {
  @TempDir private Path folder;

  private Path tables;

  @BeforeEach
  void makeTables() {
    tables = folder.resolve("tables");
    CommandRun run =
        CommandRun.of(
            "tables", "-m", "64M", "-memslot", "id=hot1,size=128M", "-o", tables.toString());
    assertThat(run.status()).isEqualTo(Memslot.DONE);
  }

  private String table(String name) {
    return tables.resolve(name).toString();
  }

  private Path damaged(String name, int offset) throws IOException {
    byte[] content = Files.readAllBytes(tables.resolve(name));
    content[offset] ^= 0x55;
    return Files.write(folder.resolve("damaged.aml"), content);
  }

  @Test
  void definitionBlocksNamedTogetherArePrintedAsAsl() {
    CommandRun run = CommandRun.of("inspect", table("DSDT.aml"), table("SSDT.aml"));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(run.out())
        .contains("// %s: %d bytes".formatted(table("SSDT.aml"), size("SSDT.aml")))
        .contains("DefinitionBlock (\"\", \"DSDT\"")
        .contains("Device (MP00)")
        .contains("PNP0C80");
  }

  private long size(String name) {
    try {
      return Files.size(tables.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void otherTablesAreShownByTheirFieldsAndNoneOfOursHasAFault() throws Exception {
    try (Stream<Path> files = Files.list(tables)) {
      String[] words =
          Stream.concat(
                  Stream.of("inspect"),
                  files.map(Path::toString).filter(name -> name.endsWith(".aml")).sorted())
              .toArray(String[]::new);

      CommandRun run = CommandRun.of(words);

      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isEqualTo(Memslot.DONE);
      assertThat(run.out()).contains("Proximity Domain").contains("\"APIC\"");
    }
  }

  @Test
  void aWrongChecksumIsSaidAndTheStatusIs1IfStrict() throws Exception {
    Path damaged = damaged("SRAT.aml", 9);

    CommandRun run = CommandRun.of("inspect", damaged.toString());

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("memslot inspect: " + damaged + ": ").contains("hecksum");
    assertThat(run.err()).contains(": warning: ");
    assertThat(run.out()).contains("SRAT");
    CommandRun strict = CommandRun.of("inspect", "--strict", damaged.toString());
    assertThat(strict.status()).isEqualTo(Memslot.FAILED);
    assertThat(strict.err()).isEqualTo(run.err());
  }

  @Test
  void aNameOutOfPlaceAndAHardwareIdThatIsNoneAreSaid() throws Exception {
    byte[] ssdt =
        AmlTable.of(
                new TableHeader("SSDT", 2, "MEMSLT", "TEST", 1, "MSLT", 1),
                block -> block.name("_HID", Asl.string("pnp0c80")))
            .encode();
    Path file = Files.write(folder.resolve("ssdt.aml"), ssdt);

    CommandRun run = CommandRun.of("inspect", file.toString(), table("DSDT.aml"));

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    String place = "memslot inspect: " + file + ": SSDT TEST: \\_HID: warning: ";
    assertThat(run.errLines())
        .containsExactly(
            place + "_HID does not belong at the root [misplaced-name]",
            place
                + "\"pnp0c80\" is no hardware id: expected AAA#### or NNNN####, upper case"
                + " [hardware-id]");
  }

  @Test
  void aTableThatIsCutOffIsSaidToBe() throws Exception {
    byte[] whole = Files.readAllBytes(tables.resolve("DSDT.aml"));
    Path cut = Files.write(folder.resolve("cut.aml"), java.util.Arrays.copyOf(whole, 100));

    CommandRun run = CommandRun.of("inspect", cut.toString());

    assertThat(run.status()).isEqualTo(Memslot.FAILED);
    assertThat(run.err()).contains(cut.toString());
  }

  @Test
  void filesThatCannotBeReadAreSaidAndTheOthersShown() throws Exception {
    Path absent = folder.resolve("absent.aml");
    Path none = Files.writeString(folder.resolve("none.aml"), "no table");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    CommandRun run =
        CommandRun.of(
            "inspect",
            absent.toString(),
            none.toString(),
            table("DSDT.aml"),
            empty.toString(),
            "-",
            none + "\n");

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.errLines())
        .containsExactly(
            "memslot inspect: %s: there is no such file".formatted(absent),
            "memslot inspect: %s: no ACPI table in it".formatted(none),
            "memslot inspect: %s: no ACPI table in it".formatted(empty),
            "memslot inspect: stdin: no ACPI table in it",
            "memslot inspect: %s\\u000a: there is no such file".formatted(none));
    assertThat(run.out())
        .contains("DefinitionBlock")
        .endsWith("// 1 table: no findings; 5 inputs not read\n");
  }

  @Test
  void neitherAndBothOfFilesAndHostAreRefused() {
    assertThat(CommandRun.of("inspect").errLines())
        .containsExactly(
            "memslot inspect: a file is missing; name files that hold ACPI tables, or give --host");
    CommandRun both = CommandRun.of("inspect", "--host", table("DSDT.aml"));
    assertThat(both.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(both.errLines())
        .containsExactly(
            "memslot inspect: --host and files exclude each other; give one or the other");
  }

  @Test
  void theHostSTablesAreAllInItsFolderButNotTheDataTheyPointAt() throws Exception {
    Files.createDirectories(folder.resolve("host/dynamic"));
    Files.createDirectories(folder.resolve("host/data"));
    Files.copy(tables.resolve("APIC.aml"), folder.resolve("host/APIC"));
    Files.copy(tables.resolve("SSDT.aml"), folder.resolve("host/dynamic/SSDT1"));
    Files.writeString(folder.resolve("host/data/BERT"), "no table");

    CommandRun run = host(folder.resolve("host"));

    assertThat(run.out()).contains("host/APIC: ").contains("host/dynamic/SSDT1: ");
    assertThat(run.out()).doesNotContain("BERT");
  }

  @Test
  void aHostThatShowsNoTablesIsSaidToShowNone() {
    Path absent = folder.resolve("nowhere");

    CommandRun run = host(absent);

    assertThat(run.err())
        .contains(
            "--host: this machine shows no ACPI tables at %s; name files instead"
                .formatted(absent));
  }

  private static CommandRun host(Path hostTables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            false);
    InspectCommand command = new InspectCommand(streams, hostTables);
    new CommandLine(command.spec()).parseArgs("--host");
    try {
      int status = command.call();
      return new CommandRun(status, out.toString(StandardCharsets.UTF_8), "", 0);
    } catch (WrongWordsException e) {
      return new CommandRun(Memslot.WRONG_WORDS, "", String.join("\n", e.problems()), 0);
    }
  }

  @Test
  void anyBytesAreShownOrSaidToBeWrong() throws Exception {
    Random random = Seeds.random("InspectTest", 20261124);
    List<String> names = List.of("DSDT.aml", "SSDT.aml", "SRAT.aml", "APIC.aml", "FACP.aml");
    Path file = folder.resolve("random.aml");
    for (int i = 0; i < 300; i++) {
      byte[] content = Files.readAllBytes(tables.resolve(names.get(random.nextInt(names.size()))));
      for (int flip = random.nextInt(4); flip >= 0; flip--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt();
      }
      Files.write(file, java.util.Arrays.copyOf(content, random.nextInt(content.length + 1)));

      CommandRun run = CommandRun.of("inspect", "--strict", file.toString());

      // Bytes that are not even the beginning of a table cannot be read.
      assertThat(run.status()).isIn(Memslot.DONE, Memslot.FAILED, Memslot.WRONG_WORDS);
      assertThat(run.err().isEmpty()).isEqualTo(run.status() == Memslot.DONE);
    }
  }
}
