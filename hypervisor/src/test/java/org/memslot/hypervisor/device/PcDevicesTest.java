package org.memslot.hypervisor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.bios.device.Devices;
import org.memslot.machine.AddressSpace;

/** The devices at their ports, in the words of their data sheets. */
class PcDevicesTest {
  private static final int CMOS_INDEX = 0x70;
  private static final int CMOS_DATA = 0x71;
  private static final int KEYBOARD_DATA = 0x60;
  private static final int KEYBOARD_COMMAND = 0x64;
  private static final int SYSTEM_CONTROL = 0x92;
  private static final int DEBUG_EXIT = 0xf4;
  private static final int DEBUG = 0x402;
  private static final int PCI_ADDRESS = 0xcf8;
  private static final int PCI_DATA = 0xcfc;

  private final AddressSpace ports = AddressSpace.ports("ports");
  private final List<String> said = new ArrayList<>();
  private final Devices devices =
      new Devices(
          List.of(
              new PciHost(0x600, () -> said.add("hard reset")),
              new CmosRtc(
                  InstantSource.fixed(Instant.parse("2026-11-24T18:05:59Z")),
                  3L << 30,
                  1L << 30,
                  4),
              new KeyboardController(() -> said.add("reset")),
              new SystemControlPort(() -> said.add("reset")),
              new DebugPort(said::add),
              new DebugExit(status -> said.add("exit " + status))));

  PcDevicesTest() {
    devices.plug(AddressSpace.memory("memory"), ports);
  }

  private int cmos(int register) {
    ports.write8(CMOS_INDEX, register);
    return ports.read8(CMOS_DATA);
  }

  private int cmos16(int register) {
    return cmos(register) | (cmos(register + 1) << 8);
  }

  @Test
  void theClockIsInBcdUntilTheGuestChoosesBinary() {
    assertThat(List.of(cmos(0x32), cmos(9), cmos(8), cmos(7), cmos(4), cmos(2), cmos(0)))
        .containsExactly(0x20, 0x26, 0x11, 0x24, 0x18, 0x05, 0x59);
    assertThat(cmos(6)).as("Tuesday, Sunday being 1").isEqualTo(3);
    ports.write8(CMOS_INDEX, 0xb);
    ports.write8(CMOS_DATA, 6);
    assertThat(List.of(cmos(0x32), cmos(9), cmos(8), cmos(7), cmos(4), cmos(2), cmos(0)))
        .containsExactly(20, 26, 11, 24, 18, 5, 59);
    assertThat(cmos(0xd) & 0x80).as("valid RAM and time").isEqualTo(0x80);
  }

  @Test
  void theClocksMemorySaysHowMuchMemoryThereIs() {
    assertThat(cmos16(0x15)).as("KiB of base memory").isEqualTo(640);
    assertThat(cmos16(0x17)).as("KiB above 1 MiB, at most 63 MiB").isEqualTo(63 * 1024);
    assertThat(cmos16(0x34)).as("64 KiB above 16 MiB").isEqualTo((3 * 1024 - 16) * 16);
    assertThat(cmos16(0x5b) | (cmos(0x5d) << 16)).as("64 KiB above 4 GiB").isEqualTo(1024 * 16);
    assertThat(cmos(0x5f)).as("CPUs but one").isEqualTo(3);
  }

  @Test
  void theKeyboardControllerTestsItselfAndHasNoKeyboard() {
    assertThat(ports.read8(KEYBOARD_COMMAND) & 1).as("output buffer full").isZero();
    ports.write8(KEYBOARD_COMMAND, 0xaa);
    assertThat(ports.read8(KEYBOARD_COMMAND) & 1).isEqualTo(1);
    assertThat(ports.read8(KEYBOARD_DATA)).isEqualTo(0x55);
    assertThat(ports.read8(KEYBOARD_COMMAND) & 1).isZero();
    ports.write8(KEYBOARD_COMMAND, 0xab);
    assertThat(ports.read8(KEYBOARD_DATA)).as("clock line low").isEqualTo(1);
    ports.write8(KEYBOARD_COMMAND, 0x60);
    ports.write8(KEYBOARD_DATA, 0x47);
    ports.write8(KEYBOARD_COMMAND, 0x20);
    assertThat(ports.read8(KEYBOARD_DATA)).isEqualTo(0x47);
    assertThat(said).isEmpty();
  }

  @Test
  void resetComesFromTheKeyboardControllerAndPort92() {
    ports.write8(KEYBOARD_COMMAND, 0xfe);
    assertThat(said).hasSize(1);
    ports.write8(KEYBOARD_COMMAND, 0xd1);
    ports.write8(KEYBOARD_DATA, 0xfe);
    assertThat(said).hasSize(2);
    ports.write8(SYSTEM_CONTROL, 3);
    assertThat(said).containsExactly("reset", "reset", "reset");
  }

  @Test
  void aMachineThatWasResetByPort92IsResetByItAgain() {
    ports.write8(SYSTEM_CONTROL, 1);
    ports.write8(KEYBOARD_COMMAND, 0xaa);
    devices.reset();
    assertThat(ports.read8(SYSTEM_CONTROL)).as("A20 open, reset off").isEqualTo(2);
    assertThat(ports.read8(KEYBOARD_COMMAND) & 1).as("no answer of before").isZero();
    ports.write8(SYSTEM_CONTROL, 1);
    assertThat(said).containsExactly("reset", "reset");
  }

  @Test
  void aTestProgramEndsWithAnOddStatus() {
    ports.write8(DEBUG_EXIT, 0);
    ports.write32(DEBUG_EXIT, 0x10);
    ports.write8(DEBUG_EXIT, 0xff);
    assertThat(said).containsExactly("exit 1", "exit 33", "exit 255");
  }

  @Test
  void theDebugPortMakesLinesAndCutsThoseWithoutEnd() {
    assertThat(ports.read8(DEBUG)).isEqualTo(0xe9);
    "one\r\ntw\u0001o\n".chars().forEach(c -> ports.write8(DEBUG, c));
    assertThat(said).containsExactly("one", "tw.o");
    for (int i = 0; i < 5000; i++) {
      ports.write8(DEBUG, 'x');
    }
    assertThat(said).hasSize(6).allMatch(line -> line.length() <= 1024);
  }

  private int pci(int function, int register) {
    ports.write32(PCI_ADDRESS, 0x8000_0000 | (function << 8) | register);
    return ports.read32(PCI_DATA);
  }

  @Test
  void thePciBusHasABridgeAndPowerManagementAndNothingElse() {
    assertThat(pci(0, 0)).as("440FX").isEqualTo(0x1237_8086);
    assertThat(pci(1 << 3, 0)).as("PIIX3").isEqualTo(0x7000_8086);
    assertThat(pci((1 << 3) | 3, 0)).as("PIIX4 power management").isEqualTo(0x7113_8086);
    assertThat(pci((1 << 3) | 3, 0x40)).as("PMBA").isEqualTo(0x601);
    for (int function = 0; function < 0x100; function++) {
      if (function != 0 && function != 1 << 3 && function != ((1 << 3) | 3)) {
        assertThat(pci(function, 0)).as("function 0x%x", function).isEqualTo(-1);
      }
    }
    pci(0, 0x58);
    ports.write8(PCI_DATA + 1, 0x30);
    assertThat(ports.read8(PCI_DATA + 1)).as("PAM0 is read back").isEqualTo(0x30);
    pci(0, 0);
    ports.write32(PCI_DATA, 0);
    assertThat(pci(0, 0)).as("an ID is not written").isEqualTo(0x1237_8086);
    ports.write32(PCI_ADDRESS, 0);
    assertThat(ports.read32(PCI_DATA)).as("not enabled").isEqualTo(-1);
  }
}
