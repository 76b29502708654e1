package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with the embedded guest, from the words to what its user reads. */
class RunTest {
  private static CommandRun exec(String interfaceWord, String commands) {
    return CommandRun.of(
        "run",
        "--hotplug",
        interfaceWord,
        "-m",
        "512M",
        "-memslot",
        "id=hot1,size=512M",
        "-memslot",
        "id=hot2,size=256M",
        "--monitor",
        "none",
        "--exec",
        commands);
  }

  private static List<String> events(CommandRun run) {
    return run.outLines().stream().filter(line -> line.startsWith("* ")).toList();
  }

  /** The answer to each {@code info guest}: its first line. */
  private static List<String> guestLines(CommandRun run) {
    return run.outLines().stream().filter(line -> line.startsWith("embedded guest: ")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memslot", "qemu"})
  void memoryComesAndGoesWhileTheGuestRuns(String interfaceWord) {
    CommandRun run =
        exec(
            interfaceWord,
            "info guest; memslot hot1 add; info guest; memslot hot1 delete; info guest; quit");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(events(run))
        .containsSubsequence(
            "* memslot hot1 populated",
            "* memslot hot1 online",
            "* memslot hot1 eject-requested",
            "* memslot hot1 deleted");
    assertThat(guestLines(run)).hasSize(3);
    assertThat(guestLines(run).get(1)).isNotEqualTo(guestLines(run).getFirst());
    assertThat(guestLines(run).get(2)).isEqualTo(guestLines(run).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"memslot", "qemu"})
  void aRefusedRemovalSaysWhyAndCanBeAskedAgain(String interfaceWord) {
    CommandRun run =
        exec(
            interfaceWord,
            "memslot hot1 add; guest use 4G; memslot hot1 delete; info memslots;"
                + " guest release 4G; memslot hot1 delete; info memslots; quit");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(events(run))
        .containsSubsequence(
            "* memslot hot1 online",
            "* memslot hot1 eject-requested",
            "* memslot hot1 eject-refused: 0x82 device busy",
            "* memslot hot1 eject-requested",
            "* memslot hot1 deleted");
    assertThat(run.outLines())
        .anyMatch(line -> line.matches("0 +hot1 .* online \\(eject refused: 0x82 device busy\\)"))
        .anyMatch(line -> line.matches("0 +hot1 .* empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memslot", "qemu"})
  void aRefusalAfterAResetIsSaidByTheSlot(String interfaceWord) {
    CommandRun run =
        exec(
            interfaceWord,
            "memslot hot1 add; system_reset; guest use 4G; memslot hot1 delete; info memslots; quit");

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(run.outLines())
        .anyMatch(
            line ->
                line.matches(
                    "0 +hot1 .* (populated|online) \\(eject refused: 0x82 device busy\\)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memslot", "qemu"})
  void aPopulatedSlotIsThereAgainAfterAResetAndCanBeRemoved(String interfaceWord) {
    CommandRun run =
        exec(
            interfaceWord,
            "memslot hot2 add; info guest; system_reset; info guest; info memslots;"
                + " memslot hot2 delete; info guest; quit");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(events(run)).contains("* guest reset");
    assertThat(guestLines(run)).hasSize(3);
    assertThat(guestLines(run).get(1)).isEqualTo(guestLines(run).getFirst());
    assertThat(run.outLines()).anyMatch(line -> line.matches("1 +hot2 .* (populated|online)"));
    assertThat(events(run).getLast()).isEqualTo("* memslot hot2 deleted");
  }

  @Test
  void rebootForgetTakesHotAddedMemoryAway() {
    CommandRun run =
        CommandRun.of(
            "run",
            "-memslot",
            "id=hot1,size=128M",
            "--reboot",
            "forget",
            "--exec",
            "info guest; memslot hot1 add; system_reset; info guest; info memslots; quit");

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(guestLines(run)).hasSize(2);
    assertThat(guestLines(run).get(1)).isEqualTo(guestLines(run).getFirst());
    assertThat(run.outLines()).anyMatch(line -> line.matches("0 +hot1 .* empty"));
  }

  @Test
  void thePowerButtonEndsTheRun() {
    CommandRun run = CommandRun.of("run", "--monitor", "none", "--exec", "system_powerdown");

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(events(run)).containsExactly("* guest shutdown");
  }

  @Test
  void aCommandThatCannotBeCarriedOutMakesTheRunFailAndTheRestIsDone() {
    CommandRun run = exec("memslot", "memslot hot1 delete; memslot hot2 add; quit");

    assertThat(run.status()).isEqualTo(Memslot.FAILED);
    assertThat(run.out()).contains("memslot hot1 delete: the slot is empty");
    assertThat(events(run)).contains("* memslot hot2 online");
  }

  @Test
  void whatIsTypedIsCarriedOutAndTheEndOfInputIsAQuit() {
    CommandRun run =
        CommandRun.withInput(
            "info numa\nfrob\nmemslot hot1 add\n", "run", "-memslot", "id=hot1,size=128M");

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(run.out())
        .contains("(memslot) info numa\nnode  cpus  boot memory  memory in slots\n")
        .contains("(memslot) frob\nunknown command \"frob\"")
        .contains("\n* memslot hot1 populated\n");
  }

  @Test
  void numaNodesReachTheGuest() {
    CommandRun run =
        CommandRun.of(
            "run",
            "-m",
            "1G",
            "-numa",
            "node,nodeid=0,mem=512M",
            "-numa",
            "node,nodeid=1,mem=512M",
            "-memslot",
            "id=hot1,size=1G,node=1",
            "--exec",
            "memslot hot1 add; info guest; quit");

    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(run.outLines())
        .anyMatch(line -> line.startsWith("  node 0: 5"))
        .anyMatch(line -> line.startsWith("  node 1: 1"));
  }

  private static CommandRun anonymous(String interfaceWord, String commands) {
    return CommandRun.of(
        "run", "--hotplug", interfaceWord, "-m", "512M,slots=2,maxmem=1536M", "--exec", commands);
  }

  @Test
  void memoryOfAnySizeGoesIntoAnonymousSlotsAndComesBack() {
    CommandRun run =
        anonymous(
            "qemu",
            "memslot add size=256M; memslot add size=768M; info guest; info memslots;"
                + " memslot slot0 delete; memslot add size=128M; system_reset; info memslots;"
                + " memslot slot1 delete; quit");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(events(run))
        .containsSubsequence(
            "* memslot slot0 online",
            "* memslot slot1 online",
            "* memslot slot0 deleted",
            "* memslot slot0 online",
            "* guest reset",
            "* memslot slot1 deleted");
    assertThat(run.outLines())
        .anyMatch(line -> line.matches("0 +slot0 +256M +0x100000000-0x10fffffff +0 +online"))
        .anyMatch(line -> line.matches("1 +slot1 +768M +0x110000000-0x13fffffff +0 +online"))
        .anyMatch(
            line -> line.matches("0 +slot0 +128M +0x100000000-0x107ffffff +0 +(populated|online)"));
    assertThat(guestLines(run).getFirst()).contains("1572");
  }

  @Test
  void anonymousSlotsOfThe2012InterfaceHaveTheSizesTheyWereGiven() {
    CommandRun run =
        anonymous("memslot", "memslot add size=512M; memslot add size=256M; info memslots; quit");

    assertThat(run.status()).isEqualTo(Memslot.FAILED);
    assertThat(events(run))
        .containsSubsequence("* memslot slot0 populated", "* memslot slot0 online");
    assertThat(run.out())
        .contains("no free one is 256M there; free are slot1 (512M in node 0), or start with");
  }

  @Test
  void whatAGuestMayBeUnableToUseIsSaidWhenItIsAdded() {
    CommandRun run =
        CommandRun.of(
            "run", "-m", "16M", "-memslot", "id=big,size=1G", "--exec", "memslot big add; quit");

    assertThat(run.out())
        .contains("warning: memslot big: the guest needs about 16M of its 16M to describe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"memslot", "qemu"})
  void savedSlotsAreThereWhenTheMachineStartsAgain(String interfaceWord, @TempDir Path directory) {
    Path file = directory.resolve("state");
    CommandRun first = exec(interfaceWord, "memslot hot1 add; savevm " + file + "; quit");
    assertThat(first.out()).contains("slots saved to " + file);
    assertThat(first.status()).isEqualTo(Memslot.DONE);

    CommandRun second =
        CommandRun.of(
            "run",
            "--hotplug",
            interfaceWord,
            "-memslot",
            "id=hot1,size=512M",
            "-memslot",
            "id=hot2,size=256M",
            "--loadvm",
            file.toString(),
            "--exec",
            "info guest; info memslots; memslot hot1 delete; info guest; quit");

    assertThat(second.err()).isEmpty();
    assertThat(second.status()).isEqualTo(Memslot.DONE);
    assertThat(guestLines(second).getFirst()).contains("1048");
    assertThat(events(second)).contains("* memslot hot1 deleted");

    CommandRun other =
        CommandRun.of(
            "run", "-memslot", "id=else,size=512M", "--loadvm", file.toString(), "--exec", "quit");
    assertThat(other.status()).isEqualTo(Memslot.FAILED);
    assertThat(other.err()).contains(file + ": it is of another machine: ");
  }

  @Test
  void whatSlotsWentThroughIsShownAsATableAndAsJson() {
    CommandRun run =
        exec(
            "memslot",
            "memslot hot1 add; memslot hot1 delete; info memslots; info memslots json; info events;"
                + " quit");

    assertThat(run.outLines())
        .anyMatch(line -> line.matches("hot1 +1 +[0-9.]+ ms +1 +[0-9.]+ ms +0 +1 +[0-9.]+ ms"))
        .anyMatch(
            line -> line.startsWith("[{\"index\": 0, \"id\": \"hot1\", \"start\": \"0x100000000\""))
        .anyMatch(line -> line.matches("[-0-9T:.]+Z memslot hot1 deleted"));
  }

  /** A firmware of 64 KiB: mov al,5; out 0xf4,al; hlt, and the jump to it at the reset vector. */
  private static Path testProgram(Path folder) throws IOException {
    byte[] image = new byte[0x1_0000];
    byte[] program = {(byte) 0xb0, 5, (byte) 0xe6, (byte) 0xf4, (byte) 0xf4};
    byte[] jump = {(byte) 0xea, 0, 0, 0, (byte) 0xf0};
    System.arraycopy(program, 0, image, 0, program.length);
    System.arraycopy(jump, 0, image, 0xfff0, jump.length);
    return Files.write(folder.resolve("program.bin"), image);
  }

  private static CommandRun testProgramOnKvm(Path folder) throws IOException {
    return CommandRun.of(
        "run",
        "-m",
        "64M",
        "--guest",
        "kvm",
        "--firmware",
        testProgram(folder).toString(),
        "--serial",
        "none",
        "--monitor",
        "none");
  }

  @Test
  void aTestProgramOnKVMGivesTheStatus(@TempDir Path folder) throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/kvm")), "no /dev/kvm on this host");
    CommandRun run = testProgramOnKvm(folder);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(5 * 2 + 1);
  }

  @Test
  void aRealSystemWithLittleMemoryAndSlotsIsWarnedOf(@TempDir Path folder) throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/kvm")), "no /dev/kvm on this host");
    CommandRun run =
        CommandRun.of(
            "run",
            "-m",
            "64M",
            "-cpu",
            "phys-bits=52",
            "-memslot",
            "id=a,size=128M",
            "--guest",
            "kvm",
            "--firmware",
            testProgram(folder).toString(),
            "--monitor",
            "none");
    assertThat(run.status()).isEqualTo(5 * 2 + 1);
    assertThat(run.errLines())
        .last()
        .asString()
        .startsWith("memslot run: warning: -m 64M: memory may be added above 4G");
  }

  @Test
  void everyPageOfAddedMemoryIsTouchedWhereThatIsAskedFor() {
    CommandRun run =
        CommandRun.of(
            "run",
            "--touch",
            "4K",
            "--unrequested-eject",
            "allow",
            "-cpu",
            "phys-bits=36",
            "-memslot",
            "id=a,size=128M",
            "--exec",
            "memslot a add; quit");
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(events(run)).contains("* memslot a online");
  }

  @Test
  void aHostWithoutKVMIsToldOfTheOtherGuest(@TempDir Path folder) throws IOException {
    assumeFalse(Files.exists(Path.of("/dev/kvm")), "this host has /dev/kvm");
    CommandRun run = testProgramOnKvm(folder);
    assertThat(run.err())
        .contains("/dev/kvm cannot be opened", "ENOENT", "--guest ospm runs the embedded guest");
    assertThat(run.status()).isEqualTo(1);
  }
}
