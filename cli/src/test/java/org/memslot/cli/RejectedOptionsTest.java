package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word that is refused is refused with one line that says why, with exit status 2, and
 * nothing is started.
 */
class RejectedOptionsTest {
  @TempDir private Path folder;

  /**
   * Wrong words and the lines they lead to.
   *
   * @param words the command line, split at blanks
   * @param lines standard error
   */
  record Rejection(String words, List<String> lines) {
    static Rejection of(String words, String... lines) {
      return new Rejection(words, List.of(lines));
    }

    @Override
    public String toString() {
      return words.isEmpty() ? "(no words)" : words;
    }
  }

  static Stream<Rejection> commands() {
    return Stream.of(
        Rejection.of("", "memslot: a command is missing; \"memslot help\" says what there is"),
        Rejection.of(
            "frobnicate",
            "memslot: no command \"frobnicate\"; there are tables, run, inspect, map, help;"
                + " \"memslot help\" says what there is"),
        Rejection.of(
            "help frobnicate",
            "memslot help: no command \"frobnicate\"; there are tables, run, inspect, map, help"),
        Rejection.of(
            "run --nope",
            "memslot run: unknown option \"--nope\"; \"memslot help run\" says what there is"),
        Rejection.of(
            "run extra",
            "memslot run: unexpected argument \"extra\"; \"memslot help run\" says what there is"),
        Rejection.of(
            "map -m",
            "memslot map: -m needs a value; write -m SIZE[,slots=N,maxmem=SIZE];"
                + " \"memslot help map\" says what there is"),
        Rejection.of(
            "run -m 1G -m 2G",
            "memslot run: -m is given more than once; give it once;"
                + " \"memslot help run\" says what there is"));
  }

  static Stream<Rejection> machines() {
    return Stream.of(
            Rejection.of(
                "-m 1X",
                "-m 1X: \"1X\" is not a size: unknown unit X; the units are K, M, G, T and P"),
            Rejection.of(
                "-m 1G,foo=1",
                "-m 1G,foo=1: unknown key \"foo\"; write -m SIZE[,slots=N,maxmem=SIZE]"),
            Rejection.of(
                "-m 1G,slots",
                "-m 1G,slots: \"slots\" is not key=value; write -m SIZE[,slots=N,maxmem=SIZE]"),
            Rejection.of(
                "-m 1G,slots=2",
                "-m 1G,slots=2: slots= without maxmem= leaves no memory for them;"
                    + " add maxmem=SIZE"),
            Rejection.of(
                "-m 1G,maxmem=2G",
                "-m 1G,maxmem=2G: maxmem= without slots= has no slots to share it; add slots=N"),
            Rejection.of(
                "-m 1G,size=2G", "-m 1G,size=2G: the size is given more than once; give it once"),
            Rejection.of(
                "-memslot id=a,size=1G,,",
                "-memslot id=a,size=1G,,: \"\" is not key=value; write"
                    + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]"),
            Rejection.of(
                "-m 1G,slots=x,maxmem=2G",
                "-m 1G,slots=x,maxmem=2G: slots=x: \"x\" is not a decimal number from 0 to 4096"),
            Rejection.of(
                "-m 1G,maxmem=2G,maxmem=2G",
                "-m 1G,maxmem=2G,maxmem=2G: maxmem= is given more than once; give it once"),
            Rejection.of(
                "-m 1M",
                "-m 1M: boot memory is at least 16M, which firmware tables and a guest need"),
            Rejection.of(
                "-cpu phys-bits=35",
                "-cpu phys-bits=35: phys-bits=35: \"35\" is not a decimal number from 36 to 52"),
            Rejection.of(
                "-cpu phys-bits=53",
                "-cpu phys-bits=53: phys-bits=53: \"53\" is not a decimal number from 36 to 52"),
            Rejection.of(
                "-cpu phys-bits=wide",
                "-cpu phys-bits=wide: phys-bits=wide: \"wide\" is not a decimal number from 36 to"
                    + " 52"),
            Rejection.of(
                "-cpu phys-bits=",
                "-cpu phys-bits=: phys-bits=: \"\" is not a decimal number from" + " 36 to 52"),
            Rejection.of(
                "-cpu host", "-cpu host: \"host\" is not key=value; write -cpu phys-bits=N"),
            Rejection.of(
                "-cpu host,phys-bits=40",
                "-cpu host,phys-bits=40: \"host\" is not key=value; write -cpu phys-bits=N"),
            Rejection.of(
                "-cpu bits=40", "-cpu bits=40: unknown key \"bits\"; write -cpu phys-bits=N"),
            Rejection.of(
                "-cpu phys-bits=40,phys-bits=41",
                "-cpu phys-bits=40,phys-bits=41: phys-bits= is given more than once; give it once"),
            Rejection.of(
                "-cpu phys-bits=36 -memslot id=a,size=2G,start=63G",
                "memslot a: 0xfc0000000-0x103fffffff passes the last physical address 0xfffffffff"
                    + " (36 bits); choose a lower start or start=auto"),
            Rejection.of(
                "--unrequested-eject maybe",
                "--unrequested-eject maybe: no such policy; write refuse or allow"),
            Rejection.of("-smp 0", "-smp 0: \"0\" is not a decimal number from 1 to 255"),
            Rejection.of("-smp 256", "-smp 256: \"256\" is not a decimal number from 1 to 255"),
            Rejection.of("-smp two", "-smp two: \"two\" is not a decimal number from 1 to 255"),
            Rejection.of(
                "-numa cpu,nodeid=0",
                "-numa cpu,nodeid=0: \"cpu\" is not known here;"
                    + " write -numa node,nodeid=N,mem=SIZE[,cpus=A-B]"),
            Rejection.of(
                "-numa nodeid=0,mem=512M",
                "-numa nodeid=0,mem=512M: the word node is missing;"
                    + " write -numa node,nodeid=N,mem=SIZE[,cpus=A-B]"),
            Rejection.of(
                "-memslot id=,size=1G",
                "-memslot: id \"\": it is empty; a name is a letter followed by letters, digits,"
                    + " '-', '.' and '_'"),
            Rejection.of(
                "-memslot id=a,size=1G,start=-1",
                "memslot a: start=-1: it is negative; write a number from 0 up"),
            Rejection.of(
                "-numa node,mem=512M",
                "-numa node,mem=512M: nodeid= is missing;"
                    + " write -numa node,nodeid=N,mem=SIZE[,cpus=A-B]"),
            Rejection.of(
                "-numa node,nodeid=0",
                "-numa node,nodeid=0: mem= is missing;"
                    + " write -numa node,nodeid=N,mem=SIZE[,cpus=A-B]"),
            Rejection.of(
                "-numa node,nodeid=300,mem=512M",
                "-numa node,nodeid=300,mem=512M: nodeid=300: \"300\" is not a decimal number from 0"
                    + " to 254"),
            Rejection.of(
                "-numa node,nodeid=0,mem=512M,cpus=3-1",
                "-numa node,nodeid=0,mem=512M,cpus=3-1: cpus=3-1 is not a processor or a range;"
                    + " write cpus=A or cpus=A-B with A not above B"),
            Rejection.of(
                "-numa node,nodeid=0,mem=256M",
                "-numa: the nodes' mem= add up to 256M and boot memory is 512M;"
                    + " make them equal or give -m 256M"),
            Rejection.of(
                "-numa dist,src=0,dst=1,val=20",
                "-numa dist: there is no node 1; name it by -numa node,nodeid=1,mem=SIZE"),
            Rejection.of(
                "-numa dist,src=0,dst=1",
                "-numa dist,src=0,dst=1: val= is missing; write -numa dist,src=N,dst=N,val=N"),
            Rejection.of(
                "-numa dist,src=0,dst=1,val=10",
                "-numa dist,src=0,dst=1,val=10: val=10: \"10\" is not a decimal number from 11 to"
                    + " 254"),
            Rejection.of(
                "-m 3M -numa node,nodeid=0,mem=1M -numa node,nodeid=1,mem=1M"
                    + " -numa node,nodeid=2,mem=1M -numa dist,src=0,dst=1,val=20"
                    + " -numa dist,src=2,dst=1,val=20 -numa dist,src=2,dst=1,val=21",
                "-numa dist,src=2,dst=1,val=21: it is said of these two nodes already; say it once",
                "-numa dist: nothing is said of nodes 0 and 2; add -numa dist,src=0,dst=2,val=N"),
            Rejection.of(
                "-m 16M -numa node,nodeid=0,mem=16M -numa hmat-lb,initiator=0,target=0,"
                    + "hierarchy=memory,data-type=access-latency,latency=5",
                "-numa hmat-lb: no access-bandwidth from node 0 to node 0; say it of all nodes,"
                    + " or not at all of this initiator"),
            Rejection.of(
                "-memslot size=1G",
                "-memslot size=1G: id= is missing; write id=NAME,size=SIZE[,start=ADDR|auto]"
                    + "[,node=PXM][,populated=on|off]"),
            Rejection.of(
                "--hotplug pci",
                "--hotplug pci: no such interface; there are memslot" + " and qemu"))
        .map(
            rejection ->
                new Rejection(
                    "map " + rejection.words(),
                    rejection.lines().stream().map(line -> "memslot map: " + line).toList()));
  }

  static Stream<Rejection> runs() {
    return Stream.of(
            Rejection.of("--guest xen", "--guest xen: no such guest; there are ospm and kvm"),
            Rejection.of(
                "--guest kvm", "--guest kvm: say what is to run: --kernel FILE or --firmware FILE"),
            Rejection.of(
                "--guest kvm --firmware pom.xml --initrd i --append quiet",
                "--initrd i: there is no kernel that it belongs to; write --kernel FILE",
                "--append quiet: there is no kernel that it belongs to; write --kernel FILE"),
            Rejection.of(
                "--guest kvm --kernel pom.xml --append gr\u00fcn",
                "--append: the character U+00FC: a command line is printable ASCII"),
            Rejection.of(
                "--guest kvm --firmware /nowhere/bios.bin --monitor none",
                "--firmware /nowhere/bios.bin: there is no such file"),
            Rejection.of(
                "--guest kvm --kernel /nowhere/vmlinuz --monitor none",
                "--kernel /nowhere/vmlinuz: there is no such file"),
            Rejection.of(
                "--guest kvm --kernel pom.xml --monitor none",
                "--kernel pom.xml: Linux bzImage, offset 0x1fe: no boot flag 0xaa55;"
                    + " a kernel is a bzImage or an ELF image with a PVH note"),
            Rejection.of(
                "--guest kvm --kernel pom.xml --serial com2",
                "--serial com2: not a place for a serial port; write stdio, file:PATH or none"),
            Rejection.of(
                "--firmware bios.bin",
                "--firmware bios.bin: the embedded guest has no use for it; it goes with --guest"
                    + " kvm"),
            Rejection.of(
                "--kernel vmlinuz",
                "--kernel vmlinuz: the embedded guest has no use for it; it goes with --guest kvm"),
            Rejection.of(
                "--initrd initrd",
                "--initrd initrd: the embedded guest has no use for it; it goes with --guest kvm"),
            Rejection.of(
                "--append quiet",
                "--append quiet: the embedded guest has no use for it; it goes with --guest kvm"),
            Rejection.of(
                "--serial stdio",
                "--serial stdio: the embedded guest has no use for it; it goes with --guest kvm"),
            Rejection.of(
                "--guest kvm --kernel pom.xml --serial file:",
                "--serial file:: not a place for a serial port; write stdio, file:PATH or none"),
            Rejection.of("--touch 1G", "--touch 1G: no such step; write 2M or 4K"),
            Rejection.of(
                "--guest kvm --kernel pom.xml --touch 2M",
                "--touch 2M: only the embedded guest has a use for it; it goes with --guest ospm"),
            Rejection.of("--reboot maybe", "--reboot maybe: no such policy; write keep or forget"),
            Rejection.of(
                "--monitor tcp:1",
                "--monitor tcp:1: not a place for the monitor; write stdio, unix:PATH or none"),
            Rejection.of(
                "--monitor unix:",
                "--monitor unix:: not a place for the monitor; write stdio, unix:PATH or none"),
            Rejection.of(
                "--exec memslot",
                "--exec: memslot: a word is missing; write memslot ID add|delete|cancel,"
                    + " memslot add size=SIZE[,start=ADDR|auto][,node=PXM]"))
        .map(
            rejection ->
                new Rejection(
                    "run " + rejection.words(),
                    rejection.lines().stream().map(line -> "memslot run: " + line).toList()));
  }

  @ParameterizedTest
  @MethodSource({"commands", "machines", "runs"})
  void wrongWordsStartNothing(Rejection rejection) {
    String[] words = rejection.words().isEmpty() ? new String[0] : rejection.words().split(" ");

    assertRejected(CommandRun.of(words), rejection.lines());
  }

  @Test
  void everyWrongOptionHasItsLine() {
    CommandRun run = CommandRun.of("map", "-m", "1X", "-smp", "0", "-memslot", "id=hot1,size=1");

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.errLines()).hasSize(3).allMatch(line -> line.startsWith("memslot map: "));
  }

  @Test
  void controlCharactersDoNotBreakTheLine() {
    CommandRun run = CommandRun.of("run", "--reboot", "a\nb\u001b[2J");

    assertRejected(
        run,
        List.of("memslot run: --reboot a\\u000ab\\u001b[2J: no such policy; write keep or forget"));
  }

  @Test
  void allOfExecIsReadBeforeAnythingStarts() {
    CommandRun run =
        CommandRun.of(
            "run",
            "-memslot",
            "id=hot1,size=128M",
            "--exec",
            "memslot hot1 add; memslot hot9 add; frob; info slots");

    assertRejected(
        run,
        List.of(
            "memslot run: --exec: there is no slot \"hot9\"; the slots are hot1",
            "memslot run: --exec: unknown command \"frob\"; there are memslot, info, system_reset,"
                + " system_powerdown, savevm, quit, help, guest",
            "memslot run: --exec: info slots: nothing is known about \"slots\";"
                + " write info memslots [json]|mtree|e820|numa|guest|events"));
  }

  @Test
  void nothingStandsAfterQuit() {
    CommandRun run = CommandRun.of("run", "--exec", "info guest; quit; info e820; help");

    assertRejected(
        run,
        List.of(
            "memslot run: --exec: \"info e820\" stands after quit, which ends the machine;"
                + " put quit last"));
  }

  @Test
  void wrongWordsLeaveNoSocket() {
    Path socket = folder.resolve("monitor");

    CommandRun run = CommandRun.of("run", "--monitor", "unix:" + socket, "--exec", "frobnicate");

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(socket).doesNotExist();
  }

  @Test
  void aSocketWhereAFileIsIsRefusedAndTheFileKept() throws Exception {
    Path file = Files.writeString(folder.resolve("notes"), "keep me");

    CommandRun run = CommandRun.of("run", "--monitor", "unix:" + file);

    assertRejected(
        run,
        List.of(
            "memslot run: --monitor unix:%s: there is a file or folder of that name; choose another path"
                .formatted(file)));
    assertThat(file).hasContent("keep me");
  }

  @Test
  void aSocketPathThatIsTooLongIsRefused() {
    Path socket = folder.resolve("m".repeat(108));

    CommandRun run = CommandRun.of("run", "--monitor", "unix:" + socket);

    assertRejected(
        run,
        List.of(
            "memslot run: --monitor unix:%s: a socket's path has at most 107 bytes; choose a shorter one"
                .formatted(socket)));
  }

  @Test
  void aDrawingInAFolderThatIsNotThereIsRefused() {
    Path file = folder.resolve("nowhere/map.svg");

    CommandRun run = CommandRun.of("map", "--svg", file.toString());

    assertRejected(
        run,
        List.of(
            "memslot map: --svg %s: there is no folder %s to put it in; make it first"
                .formatted(file, file.getParent())));
  }

  @Test
  void aDrawingInPlaceOfAFolderIsRefused() {
    CommandRun run = CommandRun.of("map", "--svg", folder.toString());

    assertRejected(
        run,
        List.of(
            "memslot map: --svg %s: there is a folder of that name; name a file"
                .formatted(folder)));
  }

  @Test
  void anEmptyNameIsNotTheFolderOneIsIn() {
    assertRejected(
        CommandRun.of("tables", "-o", ""),
        List.of("memslot tables: -o \"\": it is empty; name a folder"));
    assertRejected(
        CommandRun.of("map", "--svg", ""),
        List.of("memslot map: --svg \"\": it is empty; name a file"));
  }

  @Test
  void anAtSignDoesNotBringOptionsFromAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("options"), "-m 64M");

    CommandRun run = CommandRun.of("map", "@" + file);

    assertRejected(
        run,
        List.of(
            "memslot map: unexpected argument \"@%s\"; \"memslot help map\" says what there is"
                .formatted(file)));
  }

  @Test
  void moreSlotsOfThe2012KindThan255AreRefused() {
    List<String> words = new ArrayList<>(List.of("map"));
    IntStream.range(0, 256)
        .forEach(i -> words.addAll(List.of("-memslot", "id=s" + i + ",size=128M")));

    CommandRun run = CommandRun.of(words.toArray(String[]::new));

    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("256").contains("255").contains("a byte");
    assertThat(run.memoryTaken()).isZero();
  }

  private static void assertRejected(CommandRun run, List<String> lines) {
    assertThat(run.errLines()).isEqualTo(lines);
    assertThat(run.status()).isEqualTo(Memslot.WRONG_WORDS);
    assertThat(run.out()).isEmpty();
    assertThat(run.memoryTaken()).isZero();
  }
}
