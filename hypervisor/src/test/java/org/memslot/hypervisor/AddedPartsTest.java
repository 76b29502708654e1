package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.memslot.aml.Asl.eisaId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.bios.device.DeviceConflictException;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hypervisor.example.DoorbellDevice;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.ByteSize;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** What others add to a board takes one class and one line of the machine's description. */
class AddedPartsTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final ByteSize MEMORY = ByteSize.parse("64M");

  /** A byte at a port that keeps what is written, with a device of its own in the DSDT. */
  private static final class ScratchDevice implements Device, IoHandler {
    private final int port;
    private volatile int value;

    ScratchDevice(int port) {
      this.port = port;
    }

    @Override
    public String name() {
      return "scratch";
    }

    @Override
    public List<Claim> claims() {
      return List.of(
          new Claim.Ports(port, new DeviceRegion("scratch", 1, this, AccessWidths.handling(1, 1))));
    }

    @Override
    public void reset() {
      value = 0;
    }

    @Override
    public DeviceAml aml(MachineInformation machine) {
      ResourceTemplate resources = ResourceTemplate.of(template -> template.ioPorts(port, 1));
      return DeviceAml.in(
          DeviceAml.PCI_BUS,
          bus ->
              bus.device(
                  "SCRA",
                  device ->
                      device.name("_HID", eisaId("PNP0C02")).name("_CRS", resources.toBuffer())));
    }

    @Override
    public long read(long offset, int width) {
      return value;
    }

    @Override
    public void write(long offset, int width, long written) {
      value = (int) written & 0xff;
    }
  }

  private static MachineConfig withScratch(int port) {
    return MachineConfig.builder(MEMORY).device(_ -> new ScratchDevice(port)).build();
  }

  @Test
  void aDeviceIsOnTheBusInTheDsdtAndReset() throws Exception {
    try (PcBoard board = new PcBoard(withScratch(0x310), Host.system())) {
      board.attach(new OspmGuest(board, new VirtualClock()));
      board.powerOn();
      board.ports().write8(0x310, 0x5a);
      assertThat(board.ports().read8(0x310)).isEqualTo(0x5a);
      byte[] dsdt = board.firmware().orElseThrow().table("DSDT").orElseThrow().content().toArray();
      assertThat(AslPrinter.print(AmlDecoder.decode(dsdt).table()))
          .contains("Device (SCRA)", "Device (COM1)", "Device (MBRD)");
      board.requestReset();
      assertThat(board.awaitIdle(LIMIT)).isTrue();
      assertThat(board.ports().read8(0x310)).isZero();
    }
  }

  @Test
  void aDeviceAtPortsOfAnotherIsRefusedWithBothNames() {
    MachineConfig config = withScratch(0x3fa);
    assertThatThrownBy(() -> new PcBoard(config, Host.system()))
        .isInstanceOf(DeviceConflictException.class)
        .hasMessage("devices com1 and scratch both claim ports 0x3fa-0x3fa");
  }

  @Test
  void memoryComesAndGoesByARegisterInterfaceOfOnesOwn() throws Exception {
    MachineConfig config =
        MachineConfig.builder(MEMORY)
            .slots(
                List.of(SlotOptions.parse("id=a,size=128M"), SlotOptions.parse("id=b,size=128M")))
            .hotplug(DoorbellDevice.INTERFACE)
            .build();
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    try (PcBoard board = new PcBoard(config, Host.system())) {
      board.addEventListener(event -> events.add(event.line()));
      OspmGuest guest = new OspmGuest(board, new VirtualClock());
      board.attach(guest);
      board.powerOn();
      assertThat(board.awaitIdle(LIMIT)).isTrue();

      board.slots().add("b");
      assertThat(board.awaitIdle(LIMIT)).isTrue();
      assertThat(board.slots().slot("b").orElseThrow().state()).isEqualTo(SlotState.ONLINE);
      long start = board.slots().slot("b").orElseThrow().range().orElseThrow().first();

      assertThat(guest.use(start)).isTrue();
      board.slots().delete("b");
      assertThat(board.awaitIdle(LIMIT)).isTrue();
      assertThat(board.slots().slot("b").orElseThrow().state()).isEqualTo(SlotState.ONLINE);

      assertThat(guest.release(start)).isTrue();
      board.slots().delete("b");
      assertThat(board.awaitIdle(LIMIT)).isTrue();
      assertThat(board.slots().slot("b").orElseThrow().state()).isEqualTo(SlotState.EMPTY);
      assertThat(events).anyMatch(line -> line.contains("memslot b") && line.contains("online"));
    }
  }
}
