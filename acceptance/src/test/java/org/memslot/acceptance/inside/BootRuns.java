package org.memslot.acceptance.inside;

import java.util.List;
import java.util.regex.Pattern;

/** The guest starts, starts again, and ends. */
final class BootRuns {
  private static final String PLAIN = "scenario=plain";
  private static final int KIB_OF_512_MIB = 512 << 10;
  private static final Pattern COUNTED = Pattern.compile("^(\\d+) blocks");
  private static final Pattern FIRMWARE = Pattern.compile("SeaBIOS|e820|ACPI|memslot-linux");
  private static final String SEABIOS_E820 =
      "qemu/e820: addr 0x0000000000000000 len 0x0000000020000000 .RAM.";

  private BootRuns() {}

  /** A shell on COM1 that is typed at, with a line for the monitor in between. */
  static void shell() {
    List<String> options = List.of("-memslot", "id=hot1,size=128M");
    try (MemslotMachine machine = MemslotMachine.startOnTerminal("scenario=shell", options)) {
      Runs.guarded(
          machine,
          () -> {
            machine.awaitConsole("/ # ", 1, 200);
            machine.type("echo $((6 * 7)) is typed\r");
            machine.awaitConsole("^42 is typed", 1, 30);
            long before = countBlocks(machine, 1);
            machine.type("\001cmemslot hot1 add\r");
            machine.awaitConsole("\\* memslot hot1 online", 1, 60);
            long after = countBlocks(machine, 2);
            Runs.check(
                after == before + 1,
                "the guest had " + before + " blocks of memory and has " + after);
            machine.type("poweroff -f\r");
            machine.end();
          });
    }
  }

  /** Has the shell count blocks of memory. */
  private static long countBlocks(MemslotMachine machine, int time) {
    machine.type("echo $(cat /sys/devices/system/memory/memory*/state | grep -c online) blocks\r");
    machine.awaitConsole(COUNTED.pattern(), time, 30);
    return machine.guest().console().lastGroup(COUNTED).map(Long::parseLong).orElseThrow();
  }

  /** SeaBIOS as it is: it finds our tables and the kernel by itself. */
  static void seabios() {
    List<String> options =
        List.of(
            "--verbose",
            "--firmware",
            "/guest/bios.bin",
            "-smp",
            "2",
            "-memslot",
            "id=hot1,size=512M");
    try (MemslotMachine machine = MemslotMachine.start(PLAIN, options)) {
      Runs.guarded(
          machine,
          () -> {
            machine.awaitConsole("guest: ready .* cpus 2", 1, 300);
            List<String> said = machine.answers().lines();
            said.stream().filter(FIRMWARE.asPredicate()).limit(20).forEach(Uptime::say);
            Runs.check(
                said.stream().anyMatch(Pattern.compile(SEABIOS_E820).asPredicate()),
                "SeaBIOS did not see our e820");
            long base = machine.guest().total();
            machine.tell("memslot hot1 add");
            machine.awaitTotal(base + KIB_OF_512_MIB, 60);
            machine.tell("memslot hot1 delete");
            machine.awaitAnswer("\\* memslot hot1 deleted", 1, 60);
            machine.awaitTotal(base, 60);
            machine.tell("quit");
            machine.end();
          });
    }
  }

  /** The guest powers off. */
  static void poweroff() {
    try (MemslotMachine machine = MemslotMachine.start("scenario=poweroff", List.of("-smp", "4"))) {
      Runs.guarded(
          machine,
          () -> {
            machine.awaitConsole("guest: ready .* cpus 4", 1, 200);
            machine.end();
          });
    }
  }

  /** Memory that was added is still there after a reboot, and can then be removed. */
  static void reboot() {
    // What is there at boot is the kernel's own to use, unless it is on a node where it is not.
    String kernel = PLAIN + " movable_node";
    List<String> options =
        List.of(
            "-numa",
            "node,nodeid=0,mem=512M",
            "-numa",
            "node,nodeid=1,mem=0",
            "-memslot",
            "id=hot1,size=512M,node=1");
    try (MemslotMachine machine = MemslotMachine.start(kernel, options)) {
      Runs.guarded(
          machine,
          () -> {
            long base = addAndReset(machine);
            machine.awaitBlocks(base + 4, 10);
            delete(machine, base);
          });
    }
  }

  /** With {@code --reboot forget}, memory that was added is gone after a reboot. */
  static void forget() {
    List<String> options = List.of("--reboot", "forget", "-memslot", "id=hot1,size=512M");
    try (MemslotMachine machine = MemslotMachine.start(PLAIN, options)) {
      Runs.guarded(
          machine,
          () -> {
            long base = addAndReset(machine);
            machine.awaitBlocks(base, 10);
            machine.tell("memslot hot1 add");
            machine.awaitBlocks(base + 4, 60);
            delete(machine, base);
          });
    }
  }

  private static long addAndReset(MemslotMachine machine) {
    machine.awaitConsole("guest: ready", 1, 200);
    long base = machine.guest().blocks();
    machine.tell("memslot hot1 add");
    machine.awaitBlocks(base + 4, 60);
    machine.tell("system_reset");
    machine.awaitConsole("guest: ready", 2, 200);
    return base;
  }

  private static void delete(MemslotMachine machine, long base) {
    machine.tell("memslot hot1 delete");
    machine.awaitAnswer("\\* memslot hot1 deleted", 1, 60);
    machine.awaitBlocks(base, 60);
    machine.tell("quit");
    machine.end();
  }
}
