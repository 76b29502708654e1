package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.testing.ReferenceProgram;

/** What {@code memslot tables} writes, with ACPICA's compiler and interpreter as referees. */
class TablesTest {
  private static final long SLOT_SIZE = 128L << 20;
  private static final long FIRST_SLOT = 1L << 32;

  /**
   * The header's creator id and revision, which iasl writes as its own, and the checksum that
   * follows.
   */
  private static final int CHECKSUM = 9;

  private static final int CREATOR = 28;
  private static final int HEADER_END = 36;

  @TempDir private Path folder;

  /**
   * The machine with slots of 128 MiB from 4G up, of nodes 0 and 1 in turn, every third of which
   * has memory.
   */
  private static List<String> machine(int slots) {
    List<String> words = new ArrayList<>(List.of("-m", "256M"));
    words.addAll(List.of("-numa", "node,nodeid=0,mem=128M", "-numa", "node,nodeid=1,mem=128M"));
    IntStream.range(0, slots)
        .mapToObj(
            slot ->
                "id=s%d,size=128M,node=%d%s"
                    .formatted(slot, slot % 2, isPopulated(slot) ? ",populated=on" : ""))
        .forEach(option -> words.addAll(List.of("-memslot", option)));
    return words;
  }

  private static boolean isPopulated(int slot) {
    return slot % 3 == 1 && slot < 12;
  }

  private static CommandRun tables(Path target, List<String> machine) {
    List<String> words = new ArrayList<>(List.of("tables"));
    words.addAll(machine);
    words.addAll(List.of("-o", target.toString()));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private static Map<String, String> contents(Path target) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            target.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static List<Path> files(Path target, String ending) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void everyTableTheMapAndTheFwCfgFilesAreWritten() throws Exception {
    Path target = folder.resolve("tables");

    CommandRun run = tables(target, machine(2));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(contents(target).keySet())
        .contains(
            "APIC.aml",
            "DSDT.aml",
            "DSDT.dsl",
            "FACP.aml",
            "FACS.aml",
            "RSDP.bin",
            "RSDT.aml",
            "SRAT.aml",
            "SSDT.aml",
            "SSDT.dsl",
            "XSDT.aml",
            "e820.txt",
            "fw_cfg/etc/e820");
    assertThat(run.out()).isEqualTo("%d files in %s%n".formatted(contents(target).size(), target));
  }

  @Test
  void whatAGuestMayBeUnableToUseIsInAFile() throws Exception {
    Path small = folder.resolve("small");
    tables(small, machine(1));
    assertThat(small.resolve("warnings.txt"))
        .content()
        .startsWith("-m 256M: memory may be added above 4G, so Linux sets 64M aside");
    Path large = folder.resolve("large");
    tables(large, List.of("-m", "63G", "-memslot", "id=a,size=1G"));
    assertThat(large.resolve("warnings.txt"))
        .content()
        .isEqualTo(
            "memslot a: 0x1000000000-0x103fffffff is not whole blocks of 2G; a guest with such"
                + " blocks adds nothing of it\n");
    Path plain = folder.resolve("plain");
    tables(plain, List.of("-m", "1G", "-memslot", "id=a,size=1G"));
    assertThat(plain.resolve("warnings.txt")).doesNotExist();
    assertThat(plain.resolve("fw_cfg/etc/reserved-memory-end"))
        .hasBinaryContent(new byte[] {0, 0, 0, 0x40, 1, 0, 0, 0});
  }

  @Test
  void theSameOptionsGiveTheSameBytes() throws Exception {
    tables(folder.resolve("one"), machine(3));
    tables(folder.resolve("two"), machine(3));

    assertThat(contents(folder.resolve("one")))
        .isNotEmpty()
        .isEqualTo(contents(folder.resolve("two")));
  }

  @Test
  void aFolderThatIsThereKeepsItsOtherFilesAndHasTheNewTables() throws Exception {
    Path target = folder.resolve("tables");
    tables(target, machine(0));
    Files.writeString(target.resolve("notes"), "keep me");

    tables(target, machine(2));

    tables(folder.resolve("fresh"), machine(2));
    assertThat(target.resolve("notes")).hasContent("keep me");
    assertThat(contents(target)).containsAllEntriesOf(contents(folder.resolve("fresh")));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(target, folder.resolve("fresh"));
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedAndKept() throws Exception {
    Path file = Files.writeString(folder.resolve("notes"), "keep me");

    CommandRun run = tables(file, machine(0));

    assertThat(run.errLines())
        .containsExactly(
            "memslot tables: -o %s: there is a file of that name; name a folder, which need not exist"
                .formatted(file));
    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.memoryTaken()).isZero();
    assertThat(file).hasContent("keep me");
  }

  @Test
  void aMissingFolderOptionIsRefused() {
    CommandRun run = CommandRun.of("tables", "-m", "256M");

    assertThat(run.errLines())
        .containsExactly(
            "memslot tables: -o DIR is missing; \"memslot help tables\" says what there is");
    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.memoryTaken()).isZero();
  }

  @Test
  void slot256OfThe2012InterfaceIsRefusedAndNothingIsWritten() {
    Path target = folder.resolve("tables");

    CommandRun run = tables(target, machine(256));

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.err()).contains("256").contains("255").contains("a byte");
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 255})
  void iaslDisassemblesEveryTableAndCompilesEveryTextToTheTable(int slots) throws Exception {
    ReferenceProgram.require("iasl");
    Path target = folder.resolve("tables");
    assertThat(tables(target, machine(slots)).status()).isEqualTo(Memslot.DONE);

    for (Path table : files(target, ".aml")) {
      assertDisassembles(table);
    }
    assertThat(files(target, ".dsl")).hasSize(2);
    for (Path text : files(target, ".dsl")) {
      assertCompilesTo(text, Path.of(text.toString().replace(".dsl", ".aml")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memslot", "qemu"})
  void aMachineOfTwoNodesIsJudgedForEitherInterface(String interfaceWord) throws Exception {
    ReferenceProgram.require("iasl");
    Path target = folder.resolve("tables");
    List<String> machine =
        List.of(
            ("-m 1G -memslot id=hot1,start=4G,size=512M,node=0 -memslot id=hot2,size=1G,node=1"
                    + " -numa node,nodeid=0,mem=512M -numa node,nodeid=1,mem=512M --hotplug "
                    + interfaceWord)
                .split(" ", -1));
    assertThat(tables(target, machine).status()).isEqualTo(Memslot.DONE);

    for (Path table : files(target, ".aml")) {
      assertDisassembles(table);
    }
    for (Path text : files(target, ".dsl")) {
      assertCompilesTo(text, Path.of(text.toString().replace(".dsl", ".aml")));
    }
  }

  private void assertDisassembles(Path table) throws Exception {
    Path work = Files.createTempDirectory(folder, "disassembly");
    Path copy = Files.copy(table, work.resolve("t.aml"));
    String said = ReferenceProgram.named("iasl").run(work, "-d", copy.toString());

    assertThat(work.resolve("t.dsl")).as("%s: iasl said%n%s", table, said).exists();
    assertThat(said).as(table.toString()).doesNotContainIgnoringCase("error");
  }

  private void assertCompilesTo(Path text, Path table) throws Exception {
    Path work = Files.createTempDirectory(folder, "compilation");
    Files.copy(text, work.resolve("t.dsl"));
    String said = ReferenceProgram.named("iasl").run(work, "-oa", "t.dsl");

    assertThat(withoutCompiler(Files.readAllBytes(work.resolve("t.aml"))))
        .as("%s: iasl said%n%s", text, said)
        .isEqualTo(withoutCompiler(Files.readAllBytes(table)));
  }

  private static byte[] withoutCompiler(byte[] table) {
    byte[] copy = table.clone();
    copy[CHECKSUM] = 0;
    for (int i = CREATOR; i < HEADER_END; i++) {
      copy[i] = 0;
    }
    return copy;
  }

  /** acpiexec takes a quarter of a second for each of many slots. */
  static IntStream slotCounts() {
    return IntStream.of(0, 1, 16, Integer.getInteger("slots.acpiexec", 32));
  }

  @ParameterizedTest
  @MethodSource("slotCounts")
  void acpiexecFindsEachSlotSStatusResourcesNodeAndEjectRegister(int slots) throws Exception {
    ReferenceProgram.require("acpiexec");
    Path target = folder.resolve("tables");
    assertThat(tables(target, machine(slots)).status()).isEqualTo(Memslot.DONE);
    StringBuilder commands = new StringBuilder();
    for (int slot = 0; slot < slots; slot++) {
      String path = device(slot);
      commands.append(
          "evaluate %s._STA\nevaluate %s._CRS\nevaluate %s._PXM\nevaluate %s._EJ0 1\nevaluate \\_SB.MEJB\n"
              .formatted(path, path, path, path));
    }

    String said =
        ReferenceProgram.named("acpiexec")
            .runWithInput(target, commands + "quit\n", "-di", "DSDT.aml", "SSDT.aml");

    assertThat(said).doesNotContain("AE_").doesNotContain("ACPI Error");
    List<String> answers = List.of(said.split("Evaluating ", -1));
    for (int slot = 0; slot < slots; slot++) {
      String path = device(slot);
      int first = 1 + 5 * slot;
      assertThat(integer(answers.get(first)))
          .as(path + "._STA")
          .isEqualTo(isPopulated(slot) ? 0xf : 0);
      assertThat(buffer(answers.get(first + 1))).as(path + "._CRS").isEqualTo(resources(slot));
      assertThat(integer(answers.get(first + 2))).as(path + "._PXM").isEqualTo(slot % 2);
      assertThat(answers.get(first + 3)).contains("No object was returned");
      byte[] eject = new byte[32];
      eject[slot / 8] = (byte) (1 << (slot % 8));
      assertThat(buffer(answers.get(first + 4))).as(path + "._EJ0").isEqualTo(eject);
    }
  }

  private static String device(int slot) {
    return "\\_SB.MP%02X".formatted(slot);
  }

  private static long integer(String answer) {
    String digits = answer.replaceFirst("(?s).*\\[Integer\\] = ([0-9A-F]+).*", "$1");
    return Long.parseUnsignedLong(digits, 16);
  }

  /** The bytes of acpiexec's hexadecimal dump. */
  private static byte[] buffer(String answer) {
    StringBuilder digits = new StringBuilder();
    answer
        .lines()
        .filter(line -> line.matches(" +[0-9A-F]{4}: .*//.*"))
        .map(line -> line.replaceFirst(" +[0-9A-F]{4}: ", "").replaceFirst("//.*", ""))
        .forEach(digits::append);
    return HexFormat.of().parseHex(digits.toString().replace(" ", ""));
  }

  /**
   * The resource template of a slot: one QWordMemory (ResourceConsumer, PosDecode, MinFixed,
   * MaxFixed, Cacheable, ReadWrite), ACPI 6.5, section 6.4.3.5.1, and the end tag without a
   * checksum.
   */
  private static byte[] resources(int slot) {
    long first = FIRST_SLOT + slot * SLOT_SIZE;
    return ByteBuffer.allocate(48)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x8a)
        .putShort((short) 0x2b)
        .put((byte) 0)
        .put((byte) 0x0d)
        .put((byte) 0x03)
        .putLong(0)
        .putLong(first)
        .putLong(first + SLOT_SIZE - 1)
        .putLong(0)
        .putLong(SLOT_SIZE)
        .put((byte) 0x79)
        .put((byte) 0)
        .array();
  }
}
