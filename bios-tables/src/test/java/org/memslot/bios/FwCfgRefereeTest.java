package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Qtest;
import org.memslot.testing.Seeds;

/** The same accesses at QEMU's device and at ours give the same answers and the same memory. */
class FwCfgRefereeTest {
  private static final int WINDOW = 0x8000;
  private static final int WINDOW_SIZE = 0x2000;
  private static final int ITEM_SIZE = 1500;
  private static final int STEPS = 40_000;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final FwCfg fwCfg = new FwCfg(memory);
  private final List<String> commands = new ArrayList<>();
  private final List<String> ours = new ArrayList<>();

  @TempDir Path directory;

  @Test
  void randomPortAndDmaAccessesAreAnsweredAsQemuAnswersThem() throws IOException {
    Random random = Seeds.random("FwCfgRefereeTest", 0xf3c6);
    Path content = directory.resolve("content");
    byte[] file = new byte[700];
    random.nextBytes(file);
    Files.write(content, file);
    memory.change(edit -> edit.add(0, RamRegion.create("ram", 0x8_0000)));
    ports.change(fwCfg::attach);

    try (Qtest qemu =
        Qtest.start(
            directory,
            "-machine",
            "pc,acpi=off",
            "-m",
            "16",
            "-fw_cfg",
            "name=opt/random,file=" + content,
            "-fw_cfg",
            "name=opt/text,string=hello")) {
      copyItems(qemu);
      port("outw", FwCfg.SELECTOR_PORT, 2, 0);
      for (int step = 0; step < STEPS; step++) {
        if (random.nextInt(4) == 0) {
          dma(random);
        } else {
          access(random);
        }
      }
      readBack(WINDOW, WINDOW_SIZE);
      List<String> theirs = qemu.answers(commands);
      for (int i = 0; i < ours.size(); i++) {
        assertThat(ours.get(i)).as("%d: %s", i, commands.get(i)).isEqualTo(theirs.get(i));
      }
    }
  }

  /** Gives our device what QEMU's has; zeros at an item's end read the same as no bytes. */
  private void copyItems(Qtest qemu) {
    for (FwCfgKey key : FwCfgKey.values()) {
      if (key != FwCfgKey.FILE_DIR) {
        fwCfg.add(key, item(qemu, key.key(), ITEM_SIZE));
      }
    }
    ByteList directory = item(qemu, FwCfgKey.FILE_DIR.key(), 4 + 64 * FwCfg.FILE_SLOTS);
    int files = FwCfgDirectory.count(directory.slice(0, 4));
    for (int i = 0; i < files; i++) {
      FwCfgFile file = FwCfgDirectory.entry(i, directory.slice(4 + 64 * i, 64));
      fwCfg.addFile(file.name(), item(qemu, file.key(), (int) file.size()));
    }
    byte[] same = new byte[directory.length()];
    fwCfg.item(FwCfgKey.FILE_DIR).orElseThrow().copy(0, same, 0, 4 + 64 * files);
    assertThat(ByteList.of(same)).isEqualTo(directory);
  }

  private static ByteList item(Qtest qemu, int key, int size) {
    List<String> reads = new ArrayList<>();
    reads.add("outw 0x510 0x%x".formatted(key));
    for (int i = 0; i < size; i++) {
      reads.add("inb 0x511");
    }
    List<Long> answers = qemu.accesses(reads);
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = answers.get(i + 1).byteValue();
    }
    return ByteList.of(content);
  }

  private void access(Random random) {
    int width = 1 << random.nextInt(3);
    int port = FwCfg.SELECTOR_PORT + random.nextInt(13 - width);
    String size = width == 1 ? "b" : width == 2 ? "w" : "l";
    if (random.nextInt(3) == 0) {
      port("outw", FwCfg.SELECTOR_PORT, 2, random.nextInt(0x48));
    } else if (random.nextBoolean()) {
      port("in" + size, port, width, 0);
    } else if (port + width <= FwCfg.DMA_PORT + 4) {
      port("out" + size, port, width, random.nextLong() >>> (64 - 8 * width));
    }
  }

  private void port(String verb, int port, int width, long value) {
    if (verb.startsWith("in")) {
      commands.add("%s 0x%x".formatted(verb, port));
      ours.add("OK 0x%04x".formatted(ports.read(port, width)));
    } else {
      commands.add("%s 0x%x 0x%x".formatted(verb, port, value));
      ports.write(port, width, value);
      ours.add("OK");
    }
  }

  private void dma(Random random) {
    int descriptor = WINDOW + random.nextInt(WINDOW_SIZE - 16);
    ByteBuffer content = ByteBuffer.allocate(16);
    int key = random.nextInt(0x44);
    content.putInt(key << 16 | (random.nextInt(64) & ~(random.nextInt(3) == 0 ? 8 : 0)));
    content.putInt(random.nextInt(random.nextInt(4) == 0 ? 900 : 40));
    content.putLong(WINDOW + random.nextInt(WINDOW_SIZE - 1000));
    memory.write(descriptor, content.array(), 0, 16);
    commands.add(
        "write 0x%x 16 0x%s".formatted(descriptor, HexFormat.of().formatHex(content.array())));
    ours.add("OK");
    port("outl", FwCfg.DMA_PORT, 4, 0);
    port("outl", FwCfg.DMA_PORT + 4, 4, Integer.toUnsignedLong(Integer.reverseBytes(descriptor)));
    readBack(descriptor, 16);
  }

  private void readBack(int address, int length) {
    byte[] content = new byte[length];
    memory.read(address, content, 0, length);
    commands.add("read 0x%x %d".formatted(address, length));
    ours.add("OK 0x" + HexFormat.of().formatHex(content));
  }
}
