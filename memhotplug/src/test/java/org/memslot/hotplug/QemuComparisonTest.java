package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.device.OstReport;
import org.memslot.hotplug.device.QemuHotplugDevice;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Qtest;
import org.memslot.testing.ReferenceProgram;
import org.memslot.testing.Seeds;

/**
 * The same random accesses and the same plugging on QEMU's device and on ours: the same values,
 * interrupts and events.
 *
 * <p>Deliberate differences, and how the comparison treats them:
 *
 * <ul>
 *   <li>Ejection that nobody asked for is a setting of ours; it is on here.
 *   <li>Ours says in events what a report means for the slot; what is compared is the report as it
 *       arrived (slot, source, status), which is all that QEMU tells.
 *   <li>Our bus carries out a 4-byte access at an odd address byte by byte, QEMU as 1, 2 and 1
 *       bytes. Such accesses are left out.
 *   <li>Ours has a register more, at port 0xafb0, which says what slot has changed.
 *   <li>A reset clears selector and flags of ours; QEMU's keep them. No resets here.
 * </ul>
 */
class QemuComparisonTest {
  private static final int SLOTS = 5;
  private static final int STEPS = Integer.getInteger("steps", 20_000);
  private static final int BATCH = 40;
  private static final long SIZE = 128 * ByteSize.MIB;
  private static final long BASE = 4 * ByteSize.GIB;
  private static final int BLOCK = 0xa00;
  private static final Pattern SLOT = Pattern.compile("\"slot\": \"(\\d+)\"");
  private static final Pattern SOURCE = Pattern.compile("\"source\": (\\d+)");
  private static final Pattern STATUS = Pattern.compile("\"status\": (\\d+)");
  private static final Pattern DELETED =
      Pattern.compile(".*\"DEVICE_DELETED\".*\"device\": \"dimm(\\d+)\".*");

  @Test
  void qemuIsThereToCompareWith() {
    ReferenceProgram.require("qemu-system-x86_64");
  }

  @ParameterizedTest
  @CsvSource({"pc, 0xafe0, 4", "q35, 0x620, 16"})
  void registersInterruptsAndEventsAreThoseOfQemu(String machine, int gpePort, int gpeLength)
      throws IOException {
    ReferenceProgram.require("qemu-system-x86_64");
    Random random = Seeds.random("QemuComparisonTest " + machine);
    Path directory = Files.createTempDirectory("qtest");
    String memory = "512M,slots=" + SLOTS + ",maxmem=4G";
    try (Qtest qemu = Qtest.start(directory, "-machine", machine, "-m", memory)) {
      if (machine.equals("q35")) {
        // What firmware does: the ACPI block of the LPC bridge at 0x600, enabled.
        qemu.accesses(
            List.of(
                "outl 0xcf8 0x8000f840",
                "outl 0xcfc 0x601",
                "outl 0xcf8 0x8000f844",
                "outb 0xcfc 0x80"));
      }
      qemu.interceptInterrupts("ioapic");
      new Comparison(qemu, random, gpePort, gpeLength).run();
    } finally {
      try (var files = Files.list(directory)) {
        files.forEach(file -> file.toFile().delete());
      }
      Files.delete(directory);
    }
  }

  /** One run. */
  private static final class Comparison {
    private final Qtest qemu;
    private final Random random;
    private final int gpePort;
    private final int gpeLength;
    private final AddressSpace ports = AddressSpace.ports("ports");
    private final LevelInterruptLine sci = new LevelInterruptLine("SCI");
    private final List<String> ours = new ArrayList<>();
    private final List<String> theirs = new ArrayList<>();
    private final MemoryHotplugController controller;
    private final List<String> history = new ArrayList<>();

    Comparison(Qtest qemu, Random random, int gpePort, int gpeLength) {
      this.qemu = qemu;
      this.random = random;
      this.gpePort = gpePort;
      this.gpeLength = gpeLength;
      List<SlotPlan> plans = new ArrayList<>();
      for (int i = 0; i < SLOTS; i++) {
        AddressRange range = AddressRange.of(BASE + i * SIZE, SIZE);
        plans.add(new SlotPlan.Named("s" + i, range, 0, false));
      }
      GpeBlock gpe = new GpeBlock(sci, gpePort, gpeLength);
      HotplugInterface hotplug =
          HotplugInterfaces.QEMU.withRegisters(() -> new QemuHotplugDevice(this::noteOst));
      AddressSpace memory = AddressSpace.memory("memory");
      controller =
          MemoryHotplugController.builder(memory, hotplug, gpe)
              .slots(plans)
              .allocator((name, size) -> RamRegion.create(name, 4096))
              .settings(HotplugSettings.defaults().withUnrequestedEject(true))
              .build();
      controller.addListener(
          event -> {
            if (event instanceof SlotEvent.Deleted deleted) {
              ours.add("deleted " + deleted.id().substring(1));
            }
          });
      new Devices(List.of(gpe, controller.registers())).plug(memory, ports);
    }

    private void noteOst(OstReport report) {
      ours.add(
          "ost %d %s %s"
              .formatted(
                  report.slot(),
                  Integer.toUnsignedString(report.source()),
                  Integer.toUnsignedString(report.status().code())));
    }

    void run() {
      for (int step = 0; step < STEPS; step += BATCH) {
        accesses();
        hostActs();
      }
      System.out.printf("%d steps, %d events%n", STEPS, theirs.size());
      assertThat(theirs).isNotEmpty();
    }

    private void accesses() {
      List<String> commands = new ArrayList<>();
      List<Long> expected = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        int width = 1 << random.nextInt(3);
        boolean toGpe = random.nextInt(6) == 0;
        int port = toGpe ? gpe(width) : block(width);
        String letter = width == 1 ? "b" : width == 2 ? "w" : "l";
        if (random.nextBoolean()) {
          commands.add("in%s 0x%x".formatted(letter, port));
          expected.add(ports.read(port, width));
        } else {
          long value = value() & (width == 4 ? 0xffff_ffffL : (1L << (8 * width)) - 1);
          commands.add("out%s 0x%x 0x%x".formatted(letter, port, value));
          ports.write(port, width, value);
          expected.add(0L);
        }
        // The level after each access, not only at the end of the batch, must agree.
        commands.add("inb 0x%x".formatted(gpePort));
        expected.add(ports.read(gpePort, 1));
      }
      history.addAll(commands);
      List<Long> answers = qemu.accesses(commands);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i))
            .as("%s; last commands: %s", commands.get(i), last())
            .isEqualTo(expected.get(i));
      }
      assertThat(qemu.sci()).as("interrupt after %s", commands).isEqualTo(sci.isAsserted());
      compareEvents();
    }

    /** Mostly aligned, sometimes crooked or over the edge. */
    private int block(int width) {
      int crooked = BLOCK - 3 + random.nextInt(24 + 5);
      boolean splitsAlike = width < 4 || crooked % 2 == 0;
      return splitsAlike && random.nextInt(4) == 0
          ? crooked
          : BLOCK + random.nextInt(24 / width) * width;
    }

    private int gpe(int width) {
      return gpePort + random.nextInt(gpeLength / width) * width;
    }

    /** Values that mean something, most of the time. */
    private long value() {
      return switch (random.nextInt(8)) {
        case 0 -> random.nextInt();
        case 1, 2 -> random.nextInt(SLOTS + 2);
        case 3 -> 0x80 + random.nextInt(6);
        case 4 -> 0x103;
        case 5 -> 8;
        default -> random.nextInt(16);
      };
    }

    private void hostActs() {
      int slot = random.nextInt(SLOTS);
      SlotState state = controller.slot("s" + slot).orElseThrow().state();
      if (state == SlotState.EMPTY) {
        history.add("add " + slot);
        controller.add("s" + slot);
        qemu.command(
            """
            {"execute": "object-add", "arguments": {"qom-type": "memory-backend-ram", \
            "id": "mem%d", "size": %d}}\
            """
                .formatted(slot, SIZE));
        qemu.command(
            """
            {"execute": "device_add", "arguments": {"driver": "pc-dimm", "id": "dimm%d", \
            "memdev": "mem%d", "slot": %d, "addr": %d}}\
            """
                .formatted(slot, slot, slot, BASE + slot * SIZE));
      } else if (random.nextBoolean()) {
        history.add("delete " + slot);
        controller.delete("s" + slot);
        qemu.command(
            "{\"execute\": \"device_del\", \"arguments\": {\"id\": \"dimm%d\"}}".formatted(slot));
      }
      compareEvents();
    }

    private void compareEvents() {
      for (String line : qemu.takeEvents()) {
        Matcher deleted = DELETED.matcher(line);
        if (deleted.matches()) {
          theirs.add("deleted " + deleted.group(1));
          qemu.command(
              "{\"execute\": \"object-del\", \"arguments\": {\"id\": \"mem%s\"}}"
                  .formatted(deleted.group(1)));
        } else if (line.contains("ACPI_DEVICE_OST")) {
          theirs.add(ost(line));
        }
      }
      assertThat(ours).as("events; last commands: %s", last()).isEqualTo(theirs);
    }

    private static String ost(String line) {
      return "ost %s %s %s".formatted(find(SLOT, line), find(SOURCE, line), find(STATUS, line));
    }

    private static String find(Pattern pattern, String line) {
      Matcher matcher = pattern.matcher(line);
      assertThat(matcher.find()).as(line).isTrue();
      return matcher.group(1);
    }

    private List<String> last() {
      return history.subList(Math.max(0, history.size() - 3 * BATCH), history.size());
    }
  }
}
