package org.memslot.acceptance.inside;

import java.util.ArrayList;
import java.util.List;

/** Memory comes and goes while the guest runs, by either interface. */
final class HotplugRuns {
  private static final String PLAIN = "scenario=plain";
  private static final int KIB_OF_512_MIB = 512 << 10;
  private static final int MANY = 300;

  private HotplugRuns() {}

  /** Adds and deletes a slot ten times; the first time the guest uses all of its memory. */
  static void cycles(String hotplug) {
    List<String> options = List.of("--hotplug", hotplug, "-memslot", "id=hot1,size=512M");
    try (MemslotMachine machine = MemslotMachine.start("scenario=fill", options)) {
      Runs.guarded(machine, () -> cycles(machine));
    }
  }

  private static void cycles(MemslotMachine machine) {
    machine.awaitConsole("guest: ready", 1, 200);
    machine.awaitConsole("guest: clock sources .*\\bhpet\\b", 1, 10);
    long base = machine.guest().total();
    long full = 0;
    for (int cycle = 1; cycle <= 10; cycle++) {
      machine.tell("memslot hot1 add");
      machine.awaitAnswer("\\* memslot hot1 online", cycle, 60);
      machine.awaitTotal(base + KIB_OF_512_MIB, 60);
      if (cycle == 1) {
        machine.awaitConsole("guest: filled", 1, 200);
        full = machine.resident();
      }
      machine.tell("memslot hot1 delete");
      machine.awaitAnswer("\\* memslot hot1 deleted", cycle, 60);
      machine.awaitTotal(base, 60);
    }
    long empty = machine.resident();
    Uptime.say("resident: " + full + " kB with the slot's memory in use, " + empty + " kB without");
    Runs.check(full - empty > 200_000, "the host's memory did not come back");
    machine.tell("quit");
    machine.end();
  }

  /** More slots than the 2012 interface can have, and memory in the last of them. */
  static void many() {
    List<String> options = new ArrayList<>(List.of("--hotplug", "qemu"));
    for (int slot = 0; slot < MANY; slot++) {
      options.addAll(List.of("-memslot", "id=s" + slot + ",size=128M"));
    }
    try (MemslotMachine machine = MemslotMachine.start(PLAIN, options)) {
      Runs.guarded(
          machine,
          () -> {
            machine.awaitConsole("guest: ready", 1, 300);
            long base = machine.guest().total();
            machine.tell("memslot s299 add");
            machine.awaitAnswer("\\* memslot s299 online", 1, 60);
            machine.awaitTotal(base + KIB_OF_512_MIB / 4, 60);
            machine.tell("memslot s299 delete");
            machine.awaitAnswer("\\* memslot s299 deleted", 1, 60);
            machine.awaitTotal(base, 60);
            machine.tell("quit");
            machine.end();
          });
    }
  }

  /** Slots of two nodes. */
  static void numa() {
    List<String> options =
        List.of(
            ("-numa node,nodeid=0,mem=256M -numa node,nodeid=1,mem=256M -memslot"
                    + " id=a,size=128M,node=0 -memslot id=b,size=128M,node=1 -memslot"
                    + " id=c,size=256M,node=1")
                .split(" ", -1));
    try (MemslotMachine machine = MemslotMachine.start(PLAIN, options)) {
      Runs.guarded(
          machine,
          () -> {
            machine.awaitConsole("guest: ready", 1, 200);
            long base = machine.guest().total();
            List.of("a", "b", "c").forEach(slot -> machine.tell("memslot " + slot + " add"));
            machine.awaitTotal(base + KIB_OF_512_MIB, 90);
            machine.awaitConsole("guest: MemTotal .* node0 .* node1 ", 1, 1);
            List.of("b", "a", "c").forEach(slot -> machine.tell("memslot " + slot + " delete"));
            machine.awaitAnswer("\\* memslot . deleted", 3, 90);
            machine.awaitTotal(base, 60);
            machine.tell("quit");
            machine.end();
          });
    }
  }

  /** The guest refuses to give memory back: the kernel uses it, or the user forbids it. */
  static void refuse() {
    List<String> options =
        List.of("-memslot", "id=hot1,size=256M", "-memslot", "id=hot2,size=256M");
    String kernel = "scenario=refuse memhp_default_state=offline";
    try (MemslotMachine machine = MemslotMachine.start(kernel, options)) {
      Runs.guarded(machine, () -> refuse(machine));
    }
  }

  private static void refuse(MemslotMachine machine) {
    machine.awaitConsole("guest: ready", 1, 200);
    long oneSlot = machine.guest().total() + KIB_OF_512_MIB / 2;
    machine.tell("memslot hot1 add");
    machine.awaitConsole("guest: the kernel uses it", 1, 60);
    machine.tell("memslot hot1 delete");
    machine.awaitAnswer("\\* memslot hot1 eject-refused", 1, 60);
    machine.awaitTotal(oneSlot, 10);
    machine.tell("memslot hot2 add");
    machine.awaitConsole("guest: not ready", 1, 60);
    machine.tell("memslot hot2 delete");
    machine.awaitAnswer("\\* memslot hot2 eject-refused", 1, 60);
    machine.awaitConsole("guest: ready to give it back", 1, 60);
    machine.tell("memslot hot2 delete");
    machine.awaitAnswer("\\* memslot hot2 deleted", 1, 60);
    machine.awaitTotal(oneSlot, 60);
    machine.tell("info memslots");
    machine.tell("quit");
    machine.end();
    machine.answers().tail(5).forEach(Uptime::say);
  }
}
