package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.acceptance.guest.LinuxGuest;
import org.memslot.acceptance.guest.Transcript;
import org.memslot.acceptance.host.DebianKernel;
import org.memslot.acceptance.host.InitialRamDisk;
import org.memslot.acceptance.host.Inits;
import org.memslot.acceptance.host.MemslotCommand;
import org.memslot.acceptance.host.QemuProcess;
import org.memslot.acceptance.host.QmpMonitor;
import org.memslot.testing.Await;
import org.memslot.testing.LineSocket;
import org.memslot.testing.ReferenceProgram;

/**
 * Our DSDT for QEMU's memory-hotplug interface, put over QEMU's by the kernel's table upgrade,
 * drives QEMU's hardware under Debian's Linux: memory comes, goes, is refused with _OST 3/0x82, and
 * stays over a reset. The times are printed beside those of QEMU's own DSDT. QEMU emulates the
 * machine, without KVM.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QemuHotplugTest {
  private static final int CYCLES = 3;
  private static final long KIB = 512 << 10;
  private static final Pattern WAITS = Pattern.compile("guest: waits");
  private static final Pattern UPGRADE = Pattern.compile("Table Upgrade: override \\[DSDT");
  private static final Pattern DELETED = Pattern.compile("DEVICE_DELETED");
  private static final Pattern WARNING = Pattern.compile("guest: dmesg <[0-4]>");

  /**
   * Linux reports that a machine has no memory-mapped configuration space, and that tables were
   * replaced.
   */
  private static final Pattern EXPECTED = Pattern.compile("Table Upgrade|MMCONFIG|[Oo]verrid");

  private Path ours;
  private Path theirs;

  @BeforeAll
  void prepare(@TempDir Path work) {
    ReferenceProgram.require("qemu-system-x86_64");
    byte[] init = Inits.read("qemu-hotplug-guest-init");
    theirs = work.resolve("initrd-qemu");
    InitialRamDisk.create(theirs).addInit(init).close();
    Path tables = work.resolve("tables");
    MemslotCommand.tables(List.of("--hotplug", "qemu", "-m", "512M,slots=4,maxmem=4G"), tables);
    ours = work.resolve("initrd-memslot");
    Path upgrade = tables.resolve("qemu-upgrade.cpio");
    InitialRamDisk.createBehind(upgrade, ours).addInit(init).close();
  }

  @ParameterizedTest
  @CsvSource({"pc, false", "pc, true", "q35, false", "q35, true"})
  void memoryComesAndGoes(
      String machine, boolean withOurs, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path work)
      throws Exception {
    Path console = Files.createFile(work.resolve("console"));
    try (LineSocket.Listener listener = LineSocket.listen(work.resolve("qmp"));
        QemuProcess qemu =
            QemuProcess.start(
                work.resolve("qemu.log"),
                options(machine, work, console, withOurs ? ours : theirs));
        QmpMonitor monitor = QmpMonitor.begin(listener.accept(qemu.process()))) {
      Session session =
          new Session(qemu, monitor, new LinuxGuest(new Transcript(console)), withOurs);
      String times = session.run();
      System.out.println(machine + " with the DSDT of " + (withOurs ? "memslot" : "QEMU") + times);
    }
  }

  private static List<String> options(String machine, Path work, Path console, Path initrd) {
    String words =
        "console=ttyS0 quiet panic=-1 no_timer_check tsc=reliable"
            + " memhp_default_state=online_movable cycles="
            + CYCLES;
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-machine", machine, "-accel", "tcg", "-cpu", "max"));
    options.addAll(List.of("-m", "512M,slots=4,maxmem=4G", "-serial", "file:" + console));
    options.addAll(List.of("-qmp", "unix:" + work.resolve("qmp")));
    options.addAll(List.of("-kernel", DebianKernel.find().image().toString()));
    options.addAll(List.of("-initrd", initrd.toString(), "-append", words));
    return options;
  }

  /** One machine from its start to its end. */
  private record Session(QemuProcess qemu, QmpMonitor monitor, LinuxGuest guest, boolean withOurs) {

    String run() throws IOException, InterruptedException {
      awaitConsole(WAITS, 1);
      assertThat(guest.console().count(UPGRADE)).as("DSDTs replaced").isEqualTo(withOurs ? 1 : 0);
      assertThat(guest.console().lines())
          .filteredOn(WARNING.asPredicate())
          .allMatch(EXPECTED.asPredicate());
      long base = guest.total();
      List<Long> added = new ArrayList<>();
      List<Long> removed = new ArrayList<>();
      for (int cycle = 1; cycle <= CYCLES; cycle++) {
        plug(cycle);
        added.add(awaitEvent(ost(1, 0), cycle));
        awaitTotal(base + KIB);
        unplug(cycle);
        removed.add(awaitEvent(DELETED, cycle));
        awaitEvent(ost(3, 0), cycle);
        awaitTotal(base);
      }

      awaitConsole(Pattern.compile("guest: keeps what comes"), 1);
      plug(CYCLES + 1);
      awaitConsole(Pattern.compile("guest: uses it"), 1);
      unplug(CYCLES + 1);
      awaitEvent(ost(3, 0x82), 1);
      assertThat(monitor.events(DELETED)).as("what is in use stays").hasSize(CYCLES);
      awaitTotal(base + KIB); // Blocks that had gone offline come back.

      monitor.tell("{\"execute\": \"system_reset\"}");
      awaitConsole(WAITS, 2);
      awaitTotal(base + KIB);
      monitor.tell("{\"execute\": \"quit\"}");
      assertThat(qemu.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(qemu.process().exitValue()).as("QEMU: %s", qemu.messages()).isZero();
      return ": online after %d ms, removed after %d ms, refused with 3/0x82, kept over a reset"
          .formatted(median(added), median(removed));
    }

    private static long median(List<Long> times) {
      return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static Pattern ost(int source, int status) {
      return Pattern.compile(
          "ACPI_DEVICE_OST(?=.*\"source\": %d[,}])(?=.*\"status\": %d[,}])"
              .formatted(source, status));
    }

    private void plug(int number) {
      monitor.tell(
          ("{\"execute\": \"object-add\", \"arguments\": {\"qom-type\": \"memory-backend-ram\","
                  + " \"id\": \"mem%d\", \"size\": 536870912}}")
              .formatted(number));
      monitor.tell(
          ("{\"execute\": \"device_add\", \"arguments\": {\"driver\": \"pc-dimm\", \"id\":"
                  + " \"dimm%d\", \"memdev\": \"mem%d\"}}")
              .formatted(number, number));
    }

    private void unplug(int number) {
      monitor.tell(
          "{\"execute\": \"device_del\", \"arguments\": {\"id\": \"dimm%d\"}}".formatted(number));
    }

    /** Waits for so many events, and returns how long after the command the last one came. */
    private long awaitEvent(Pattern event, int count) throws InterruptedException {
      await(event.pattern(), () -> monitor.events(event).size() >= count);
      return monitor.millisUntil(monitor.events(event).getLast());
    }

    private void awaitConsole(Pattern pattern, int count) throws InterruptedException {
      await(pattern.pattern(), () -> guest.console().count(pattern) >= count);
    }

    private void awaitTotal(long kib) throws InterruptedException {
      await(kib + " kB of memory", () -> guest.total() == kib);
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
      Await.until(
          what,
          () -> {
            boolean ended = !qemu.process().isAlive();
            boolean holds = condition.getAsBoolean();
            assertThat(holds || !ended)
                .as("QEMU ended before %s; console %s", what, guest.console().tail(30))
                .isTrue();
            return holds;
          });
    }
  }
}
