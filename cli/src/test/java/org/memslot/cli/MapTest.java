package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapTest {
  /** An element that is empty, holds text, or holds elements, each whole on its line. */
  private static final String ELEMENT =
      "<[a-z]+[^<>]*/>|<([a-z]+)[^<>]*>[^<>]*</\\1>|<defs>.*</pattern></defs>";

  @TempDir private Path folder;

  private static final List<String> MACHINE =
      List.of(
          "-m",
          "5G",
          "-memslot",
          "id=hot1,size=512M",
          "-memslot",
          "id=hot2,size=1G,populated=on",
          "-memslot",
          "id=far,size=1G,start=64G");

  private static CommandRun map(String... more) {
    List<String> words = new ArrayList<>(List.of("map"));
    words.addAll(MACHINE);
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }

  @Test
  void everyAddressUpToTheLastThatIsUsedHasOneLine() {
    CommandRun run = map();

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    long next = 0;
    for (String line : run.outLines().subList(1, run.outLines().size())) {
      String[] words = line.split(" +", -1);
      assertThat(Long.decode(words[0])).as(line).isEqualTo(next);
      next = Long.decode(words[1]) + 1;
    }
    assertThat(next).isEqualTo(65L << 30);
  }

  @Test
  void ramHoleAndSlotsAreToldApart() {
    assertThat(map().outLines())
        .anyMatch(
            line ->
                line.matches(
                    "0x0000c0000000 +0x0000febfffff +1004M +PCI window +PCI window \\(PCI0._CRS of"
                        + " the DSDT\\)"))
        .anyMatch(line -> line.matches("0x0000fec00000 +0x0000fecfffff +1M +PCI hole"))
        .anyMatch(line -> line.matches("0x0000fed00000 +0x0000fed003ff +1K +device +hpet"))
        .anyMatch(line -> line.contains("RAM") && line.endsWith("ram.above-4g"))
        .anyMatch(line -> line.matches(".* 512M +empty slot +memslot hot1 \\(node 0, empty\\)"))
        .anyMatch(line -> line.matches(".* 1G +slot +memslot hot2 \\(node 0, populated\\)"))
        .anyMatch(line -> line.matches("0x001000000000 .* empty slot +memslot far .*"))
        .anyMatch(line -> line.matches(".* unassigned"));
  }

  /** The windows are those of the table that the guest reads. */
  @Test
  void pciWindowsLieAroundSlotsBeforeTheHole() {
    CommandRun run =
        CommandRun.of("map", "-m", "512M", "-memslot", "id=a,size=512M,start=1G,populated=on");
    assertThat(run.outLines())
        .filteredOn(line -> line.contains("PCI window"))
        .extracting(line -> line.substring(0, 30))
        .containsExactly("0x000020000000  0x00003fffffff", "0x000060000000  0x0000febfffff");
  }

  @Test
  void whatAGuestMayBeUnableToUseIsSaid() {
    CommandRun run =
        CommandRun.of("map", "-m", "63G", "-memslot", "id=a,size=1G", "-memslot", "id=b,size=2G");
    assertThat(run.outLines())
        .filteredOn(line -> line.startsWith("warning: "))
        .containsExactly(
            "warning: memslot a: 0x1000000000-0x103fffffff is not whole blocks of 2G; a guest with"
                + " such blocks adds nothing of it");
    assertThat(run.outLines()).anyMatch(line -> line.matches("0x001080000000 .* memslot b .*"));
    assertThat(CommandRun.of("map", "-m", "512M", "-memslot", "id=a,size=128M").out())
        .contains("warning: -m 512M: memory may be added above 4G, so Linux sets 64M aside");
  }

  @Test
  void theDrawingIsWellFormedAndShowsEveryStretch() throws Exception {
    Path file = folder.resolve("map.svg");

    CommandRun run = map("--svg", file.toString());

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).matches("<svg xmlns=\"http://www.w3.org/2000/svg\" [^<>]*>");
    assertThat(lines.getLast()).isEqualTo("</svg>");
    assertThat(lines.subList(1, lines.size() - 1))
        .allSatisfy(line -> assertThat(line).matches(ELEMENT));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("<text "))
        .extracting(line -> line.replaceAll("<[^>]*>", ""))
        .contains("memslot hot1", "memslot hot2", "memslot far", "PCI hole", "0x0", "0x1040000000")
        .contains("PCI window", "PCI0._CRS of the DSDT", "0xfec00000");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
