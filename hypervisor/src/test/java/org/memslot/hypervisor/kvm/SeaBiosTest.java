package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.memslot.hypervisor.boot.FirmwareImage;
import org.memslot.machine.AddressSpace;
import org.memslot.testing.Await;

/** SeaBIOS as Debian has it, which is 16- and 32-bit code, to the end of its work. */
@NeedsKvm
class SeaBiosTest {
  private static final Path IMAGE = Path.of("/usr/share/seabios/bios-256k.bin");

  @Test
  void itFindsOurMemoryMapAndOurTables() throws Exception {
    assumeTrue(
        Files.exists(IMAGE) || System.getProperty("referee", "").equals("required"),
        "no " + IMAGE + " on this host; Debian's package is seabios");
    try (Arena arena = Arena.ofShared();
        FileChannel file = FileChannel.open(IMAGE);
        FirmwareBoard machine =
            new FirmwareBoard(
                new FirmwareImage(
                    file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena)))) {
      machine.board.powerOn();
      Await.until("the end of its work", () -> isIn(machine, "No bootable device"));

      assertThat(machine.firmwareLog)
          .contains(
              "Found QEMU fw_cfg",
              "QEMU fw_cfg DMA interface supported",
              "qemu/e820: addr 0x0000000000000000 len 0x0000000004000000 [RAM]",
              "qemu/e820: addr 0x0000000100000000 len 0x0000000008000000 [RAM]",
              "Moving pm_base to 0x600",
              "  6: 0000000100000000 - 0000000108000000 = 1 RAM")
          .anyMatch(line -> line.matches("  4: [0-9a-f]+ - 0000000004000000 = 2 RESERVED"))
          .noneMatch(line -> line.contains("WARNING"));
      assertThat(table(machine, "table\\(50434146\\)=0x([0-9a-f]+) \\(via xsdt\\)"))
          .isEqualTo("FACP");
      assertThat(table(machine, "ACPI: parse DSDT at 0x([0-9a-f]+) \\(len \\d+\\)"))
          .isEqualTo("DSDT");
      assertThat(machine.board.off()).isNotDone();
    }
  }

  private static boolean isIn(FirmwareBoard machine, String words) {
    return machine.firmwareLog.stream().anyMatch(line -> line.contains(words));
  }

  /** The signature of the table at the address that a line of the log gives; its sum is 0. */
  private static String table(FirmwareBoard machine, String line) {
    Pattern pattern = Pattern.compile(line);
    long address =
        machine.firmwareLog.stream()
            .map(pattern::matcher)
            .filter(Matcher::matches)
            .mapToLong(matcher -> Long.parseLong(matcher.group(1), 16))
            .findFirst()
            .orElseThrow();
    AddressSpace memory = machine.board.memory();
    byte[] table = new byte[memory.read32(address + 4)];
    memory.read(address, table, 0, table.length);
    int sum = 0;
    for (byte b : table) {
      sum += b;
    }
    assertThat(sum & 0xff).as("sum of the table at 0x%x", address).isZero();
    return new String(table, 0, 4, StandardCharsets.US_ASCII);
  }
}
