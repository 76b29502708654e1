package org.memslot.cli.inspect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MachinesTest {
  /** Machines of tables whose signature is the beginning of their file's name. */
  private static List<List<String>> machines(String... names) {
    List<FoundTable> tables =
        Stream.of(names)
            .map(
                name -> {
                  int file = Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1;
                  return new FoundTable(name, name.substring(file, file + 4).getBytes(US_ASCII));
                })
            .toList();
    return Machines.of(tables).stream()
        .map(machine -> machine.stream().map(FoundTable::name).toList())
        .toList();
  }

  @Test
  void tablesWithOneDsdtAreOneMachineSWhereverTheyAre() {
    assertThat(machines("a/SSDT", "b/DSDT", "c.tar!SSDT"))
        .containsExactly(List.of("a/SSDT", "b/DSDT", "c.tar!SSDT"));
  }

  @Test
  void eachFolderAndDumpWithADsdtIsAMachine() {
    assertThat(machines("a/DSDT", "b/SSDT", "b/DSDT", "a/SSDT", "x.zip!d.txt!DSDT", "x.zip!APIC"))
        .containsExactly(
            List.of("a/DSDT", "a/SSDT"),
            List.of("b/SSDT", "b/DSDT"),
            List.of("x.zip!d.txt!DSDT"),
            List.of("x.zip!APIC"));
  }

  @Test
  void foldersWithinAMachineSFolderBelongToIt() {
    assertThat(machines("a/DSDT", "a/dynamic/SSDT8", "a/b/DSDT", "a/b/dynamic/SSDT8"))
        .containsExactly(
            List.of("a/DSDT", "a/dynamic/SSDT8"), List.of("a/b/DSDT", "a/b/dynamic/SSDT8"));
  }

  @Test
  void aSecondDsdtBesideTheFirstIsAMachineOfItsOwn() {
    assertThat(machines("DSDT.old", "DSDT.new", "SSDT"))
        .containsExactly(List.of("DSDT.old", "SSDT"), List.of("DSDT.new"));
  }
}
