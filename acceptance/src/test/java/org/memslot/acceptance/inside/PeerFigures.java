package org.memslot.acceptance.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Side by side with QEMU on the same KVM: from the start to the guest's init, from an add command
 * to the guest's having the memory, from a delete command to its not having it.
 *
 * <p>It looks often, as seconds would hide the difference, but not all the time, as looking takes
 * the guest's only processor.
 */
final class PeerFigures {
  private static final Path EXITS = Path.of("/sys/kernel/debug/kvm/exits");
  private static final Pattern READY = Pattern.compile("guest: ready");
  private static final String PLAIN = "scenario=plain";
  private static final List<String> SLOT = List.of("-memslot", "id=hot1,size=512M");
  private static final int KIB_OF_512_MIB = 512 << 10;
  private static final int CYCLES = 5;

  private PeerFigures() {}

  static void run() {
    mountDebugFileSystem();
    learn();
    sideBySide(
        "memslot run --hotplug qemu",
        MemslotMachine.start(PLAIN, List.of("--hotplug", "qemu", "-memslot", "id=hot1,size=512M")),
        List.of("memslot hot1 add"),
        "memslot hot1 delete",
        List.of());
    sideBySide(
        "memslot run",
        MemslotMachine.start(PLAIN, SLOT),
        List.of("memslot hot1 add"),
        "memslot hot1 delete",
        List.of());
    sideBySide(
        "qemu -M pc",
        qemu("pc"),
        List.of(
            "object_add memory-backend-ram,id=m1,size=512M", "device_add pc-dimm,id=d1,memdev=m1"),
        "device_del d1",
        List.of("object_del m1"));
    for (int round = 2; round <= 3; round++) {
      boot("memslot run, round " + round, MemslotMachine.start(PLAIN, SLOT));
      for (String kind : List.of("pc", "microvm,acpi=off,isa-serial=on")) {
        boot("qemu -M " + kind + ", round " + round, qemu(kind));
      }
    }
  }

  private static void mountDebugFileSystem() {
    try {
      new ProcessBuilder("mount", "-t", "debugfs", "debugfs", "/sys/kernel/debug")
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A start that is measured has a cache of classes from a run of its own kind, which is what its
   * user would make.
   */
  private static void learn() {
    Environment.VARIABLES.put("MEMSLOT_CACHE_OPTION", "-XX:AOTCacheOutput=/tmp/memslot.aot");
    try (MemslotMachine machine = MemslotMachine.start(PLAIN, SLOT)) {
      machine.awaitConsole(READY.pattern(), 1, 200);
      long base = machine.guest().total();
      machine.tell("memslot hot1 add");
      machine.awaitTotal(base + KIB_OF_512_MIB, 60);
      machine.tell("memslot hot1 delete");
      machine.awaitTotal(base, 60);
      machine.tell("quit");
      machine.end();
    }
    Environment.VARIABLES.put("MEMSLOT_CACHE_OPTION", "-XX:AOTCache=/tmp/memslot.aot");
  }

  private static MemslotMachine qemu(String machine) {
    return MemslotMachine.startOther(
        List.of(
            "/peer/lib/ld-linux-x86-64.so.2",
            "--library-path",
            "/peer/lib",
            "/peer/qemu-system-x86_64",
            "-accel",
            "kvm",
            "-L",
            "/peer",
            "-M",
            machine,
            "-m",
            "512M,slots=4,maxmem=4G",
            "-nodefaults",
            "-no-user-config",
            "-display",
            "none",
            "-kernel",
            "/guest/vmlinuz",
            "-initrd",
            "/guest/initrd",
            "-append",
            "console=ttyS0 panic=-1 memhp_default_state=online_movable " + PLAIN,
            "-serial",
            "file:" + MemslotMachine.serialFile(),
            "-monitor",
            "stdio"));
  }

  private static void boot(String name, MemslotMachine machine) {
    try (machine) {
      Uptime.say(name + ": " + bootTimes(machine));
      quit(machine);
    }
  }

  private static String bootTimes(MemslotMachine machine) {
    long begun = machine.startedNanos();
    double first = took(machine, begun, 100, 50, PeerFigures::hasRun);
    double init = took(machine, begun, 200, 100, () -> machine.guest().console().count(READY) > 0);
    return "first instruction %.2f s, to init %.2f s".formatted(first, init);
  }

  private static boolean hasRun() {
    try {
      return Long.parseLong(Files.readString(EXITS).strip()) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sideBySide(
      String name, MemslotMachine machine, List<String> add, String delete, List<String> after) {
    try (machine) {
      StringBuilder line = new StringBuilder(name + ": " + bootTimes(machine));
      long base = machine.guest().total();
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        long begun = System.nanoTime();
        add.forEach(command -> machine.type(command + "\n"));
        BooleanSupplier has = () -> machine.guest().total() == base + KIB_OF_512_MIB;
        line.append(", add %.2f".formatted(took(machine, begun, 60, 30, has)));
        begun = System.nanoTime();
        machine.type(delete + "\n");
        BooleanSupplier hasNot = () -> machine.guest().total() == base;
        line.append(" delete %.2f".formatted(took(machine, begun, 60, 30, hasNot)));
        sleep(Duration.ofSeconds(1));
        after.forEach(command -> machine.type(command + "\n"));
      }
      Uptime.say(line.toString());
      quit(machine);
    }
  }

  private static void quit(MemslotMachine machine) {
    machine.type("quit\n");
    machine.awaitEnd();
  }

  /** Waits for something, and returns the seconds from a time to its being so. */
  private static double took(
      MemslotMachine machine, long begun, int seconds, int eachMillis, BooleanSupplier condition) {
    machine.until(
        Duration.ofSeconds(seconds),
        Duration.ofMillis(eachMillis),
        condition,
        () -> "it is not so");
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
