package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.acceptance.host.Busybox;
import org.memslot.acceptance.host.DebianKernel;
import org.memslot.acceptance.host.InitialRamDisk;
import org.memslot.acceptance.host.MemslotCommand;
import org.memslot.acceptance.host.QemuProcess;
import org.memslot.testing.ReferenceProgram;

/** How long Linux takes to its init with our tables and with QEMU's own, in turns. */
class FirmwareBenchmark {
  private static final int TURNS = 5;
  private static final String INIT = "#!/bin/busybox sh\nexec /bin/busybox reboot -f\n";
  private static final String WORDS =
      "console=ttyS0 quiet panic=-1 tsc=reliable tsc_early_khz=1000000 no_timer_check";

  private record Time(double clock, double processor) {}

  @Test
  void timeToInit(@TempDir Path work) throws Exception {
    String qemu = ReferenceProgram.named("qemu-system-x86_64").path().toString();
    Path initrd = work.resolve("initrd");
    try (InitialRamDisk archive = InitialRamDisk.create(initrd)) {
      archive.add("bin/busybox", Busybox.path()).addFolder("proc").addScript("init", INIT);
    }
    Path tables = work.resolve("tables");
    MemslotCommand.tables(List.of("-m", "512M", "-memslot", "id=a,size=512M"), tables);
    List<Time> ours = new ArrayList<>();
    List<Time> theirs = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      ours.add(boot(work, initrd, List.of("sh", tables.resolve("qemu.sh").toString())));
      theirs.add(boot(work, initrd, List.of(qemu, "-machine", "pc", "-m", "512M")));
    }
    print("memslot's tables", ours);
    print("QEMU's tables", theirs);
  }

  private static Time boot(Path work, Path initrd, List<String> machine) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "-"));
    command.addAll(machine);
    command.addAll(
        List.of("-accel", "tcg", "-cpu", "max", "-smp", "1", "-nodefaults", "-display", "none"));
    command.addAll(List.of("-no-reboot", "-kernel", DebianKernel.find().image().toString()));
    command.addAll(List.of("-initrd", initrd.toString(), "-append", WORDS));
    try (QemuProcess qemu = QemuProcess.startCommand(work.resolve("times"), command)) {
      assertThat(qemu.process().waitFor(Duration.ofMinutes(4))).isTrue();
      return times(qemu.messages());
    }
  }

  private static Time times(String messages) throws IOException {
    String[] figures = messages.lines().toList().getLast().split(" ", -1);
    return new Time(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]));
  }

  private static void print(String what, List<Time> times) {
    System.out.printf(
        "to init with %s: median of %d %.2f s, CPU %.2f s%n",
        what,
        TURNS,
        times.stream().map(Time::clock).sorted().toList().get(TURNS / 2),
        times.stream().map(Time::processor).sorted().toList().get(TURNS / 2));
  }
}
