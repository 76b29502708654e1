package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.acceptance.guest.Transcript;
import org.memslot.acceptance.host.DebianKernel;
import org.memslot.acceptance.host.InitialRamDisk;
import org.memslot.acceptance.host.Inits;
import org.memslot.acceptance.host.MemslotCommand;
import org.memslot.acceptance.host.QemuProcess;
import org.memslot.testing.ReferenceProgram;

/**
 * SeaBIOS and Linux, both as Debian has them, read the firmware files of {@code memslot tables}:
 * SeaBIOS runs the linker script, and Linux shows each table as it was written, SMBIOS too, reports
 * no errors, and has the nodes, distances, speeds and slots that were asked for. QEMU emulates the
 * machine, without KVM.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirmwareTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private Path initrd;
  private Path kernel;

  @BeforeAll
  void prepare(@TempDir Path work) {
    ReferenceProgram.require("qemu-system-x86_64");
    kernel = DebianKernel.find().image();
    initrd = work.resolve("initrd");
    InitialRamDisk.create(initrd).addInit(Inits.read("firmware-guest-init")).close();
    MemslotCommand.run("--version");
  }

  /** Each number of nodes, slots and processors comes at least once. */
  static List<NumaMachine> machines() {
    return List.of(
        new NumaMachine(1, 0, 1, 512),
        new NumaMachine(2, 4, 4, 5120),
        new NumaMachine(4, 255, 255, 512));
  }

  /** Every combination of these numbers. */
  static Stream<NumaMachine> allMachines() {
    return IntStream.of(1, 2, 4)
        .boxed()
        .flatMap(
            nodes ->
                IntStream.of(0, 4, 255)
                    .boxed()
                    .flatMap(
                        slots ->
                            IntStream.of(1, 4, 255)
                                .boxed()
                                .flatMap(
                                    processors ->
                                        IntStream.of(512, 5120)
                                            .mapToObj(
                                                memory ->
                                                    new NumaMachine(
                                                        nodes, slots, processors, memory)))));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void linuxShowsWhatWasWritten(
      NumaMachine machine, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path work) throws Exception {
    verify(machine, work);
  }

  @ParameterizedTest
  @MethodSource("allMachines")
  @Tag("long")
  void linuxShowsWhatWasWrittenForEachCombination(
      NumaMachine machine, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path work) throws Exception {
    verify(machine, work);
  }

  private void verify(NumaMachine machine, Path work) throws Exception {
    Path tables = work.resolve("tables");
    MemslotCommand.tables(machine.options(), tables);
    Transcript console = boot(machine, tables, work);
    FirmwareView view = new FirmwareView(console.lines());
    assertThat(view.isComplete())
        .as("the guest came to its end; its console was%n%s", String.join("\n", console.tail(40)))
        .isTrue();

    assertThat(view.complaints()).isEmpty();
    assertThat(view.tables().keySet()).isEqualTo(FirmwareView.shownTables(tables));
    for (String name : view.tables().keySet()) {
      byte[] written = Files.readAllBytes(tables.resolve(name + ".aml"));
      assertThat(view.unlinkedTable(name))
          .as(name)
          .isEqualTo(FirmwareView.withoutLinks(name, written));
    }
    assertThat(view.wrongChecksums()).isEmpty();
    assertThat(view.smbios())
        .isEqualTo(Files.readAllBytes(tables.resolve("fw_cfg/etc/memslot/smbios-tables")));
    assertThat(view.hotplugRanges()).as("slots in the SRAT").isEqualTo(machine.slots());
    assertThat(view.nodes()).isEqualTo(machine.nodes());
    for (int node = 0; node < machine.nodes(); node++) {
      verifyNode(machine, view, node);
    }
  }

  private static void verifyNode(NumaMachine machine, FirmwareView view, int node) {
    int nearest = machine.share() == 0 ? 0 : node;
    List<String> distances = new ArrayList<>();
    for (int other = 0; other < machine.nodes(); other++) {
      distances.add(Integer.toString(NumaMachine.distance(node, other)));
    }
    int bandwidth = NumaMachine.gigabytesPerSecond(nearest, node) * 1024;
    assertThat(view.node(node))
        .contains(
            "distance " + String.join(" ", distances),
            "read_latency " + NumaMachine.distance(nearest, node),
            "read_bandwidth " + bandwidth);
    // The kernel and holes take some of it.
    long asked = machine.mebibytes() * 1024L / machine.nodes();
    assertThat(view.memory(node)).as("kB of node %d", node).isGreaterThan(asked * 3 / 4 - 80_000);
  }

  private Transcript boot(NumaMachine machine, Path tables, Path work)
      throws IOException, InterruptedException {
    int present = machine.startedProcessors();
    Path console = Files.createFile(work.resolve("console"));
    // On a host that is busy, timers tick too late, and Linux would blame the firmware.
    String words = "console=ttyS0 quiet panic=-1 no_timer_check tsc=reliable maxcpus=" + present;
    List<String> command =
        List.of(
            "sh",
            tables.resolve("qemu.sh").toString(),
            "-accel",
            "tcg",
            "-cpu",
            "max",
            "-smp",
            present + ",sockets=" + present,
            "-nodefaults",
            "-display",
            "none",
            "-serial",
            "file:" + console,
            "-no-reboot",
            "-kernel",
            kernel.toString(),
            "-initrd",
            initrd.toString(),
            "-append",
            words);
    try (QemuProcess qemu = QemuProcess.startCommand(work.resolve("qemu.log"), command)) {
      assertThat(qemu.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
          .as("%s ends within %s", machine, LIMIT)
          .isTrue();
    }
    return new Transcript(console);
  }
}
