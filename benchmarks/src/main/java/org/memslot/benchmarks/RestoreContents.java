package org.memslot.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;

/**
 * What it costs to restore a slot of 1 GiB of which a tenth is used. A program and not a benchmark
 * of JMH, because what memory a process has can be said of a fresh process only: {@code save FILE}
 * writes the file, {@code lazy FILE} and {@code eager FILE} restore it, some times over.
 */
final class RestoreContents {
  private static final long BASE = 1L << 32;
  private static final long SIZE = ByteSize.GIB;
  private static final int TURNS = 9;

  private RestoreContents() {}

  /** A controller of one slot, and its memory bus. */
  private record Machine(AddressSpace memory, MemoryHotplugController controller) {
    static Machine make() {
      AddressSpace memory = AddressSpace.memory("memory");
      return new Machine(
          memory,
          MemoryHotplugController.builder(
                  memory, HotplugInterfaces.MEMSLOT, new GpeBlock(new LevelInterruptLine("SCI")))
              .slots(List.of(new SlotPlan.Named("slot", AddressRange.of(BASE, SIZE), 0, false)))
              .build());
    }

    /** Reads a word of every page that is used. */
    long touch() {
      long sum = 0;
      for (long at = 0; at < SIZE; at += 10 * ByteSize.MIB) {
        for (long page = 0; page < ByteSize.MIB && at + page < SIZE; page += 0x1000) {
          sum += memory.read64(BASE + at + page);
        }
      }
      return sum;
    }
  }

  /** Carries out one of the three. */
  public static void main(String[] arguments) throws IOException, StateFileException {
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "save" -> save(file);
      case "lazy" -> restore(file, ContentLoading.LAZY);
      case "eager" -> restore(file, ContentLoading.EAGER);
      default -> throw new IllegalArgumentException("save, lazy or eager, and a file");
    }
  }

  private static void save(Path file) throws IOException {
    Machine machine = Machine.make();
    machine.controller().add("slot");
    for (long at = 0; at < SIZE; at += 10 * ByteSize.MIB) {
      for (long word = 0; word < ByteSize.MIB && at + word < SIZE; word += 8) {
        machine.memory().write64(BASE + at + word, at + word + 1);
      }
    }
    machine.controller().save(file, Map.of());
  }

  private static void restore(Path file, ContentLoading loading)
      throws IOException, StateFileException {
    List<Machine> kept = new ArrayList<>();
    System.out.println(
        "turn, restored in us, of that CPU, anonymous KiB more, read in us, KiB more");
    for (int turn = 1; turn <= TURNS; turn++) {
      Machine machine = Machine.make();
      kept.add(machine);
      long memory = anonymous();
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      machine.controller().restore(file, loading);
      long restored = System.nanoTime();
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      long after = anonymous();
      long again = System.nanoTime();
      long sum = machine.touch();
      long read = System.nanoTime();
      System.out.printf(
          "%d %d %d %d %d %d (%x)%n",
          turn,
          (restored - start) / 1000,
          used / 1000,
          after - memory,
          (read - again) / 1000,
          anonymous() - after,
          sum);
    }
    kept.forEach(Machine::touch);
  }

  /** Memory of this process that no file has, KiB. */
  private static long anonymous() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("RssAnon:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
