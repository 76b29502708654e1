package org.memslot.hypervisor.device;

import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.integer;

import java.util.List;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.LevelInterruptLine;

/** The first serial port of a PC. Nothing is at its other end until a sink is connected. */
public final class Com1 implements Device {
  private static final int PORT = 0x3f8;
  private static final int INTERRUPT = 4;

  /** What is written to the first port is seen at the line only. */
  private static final int DATA_PORTS = 1;

  private final LevelInterruptLine interrupt = new LevelInterruptLine("COM1");
  private volatile SerialSink sink = _ -> true;
  private final Uart16550 uart = new Uart16550(value -> sink.send(value), interrupt);
  private final SerialInput input = new SerialInput(uart);

  /** A port in its state after reset. */
  public Com1() {}

  /** Sends there what the guest writes from now on; what comes while it is full waits. */
  public void connect(SerialOutput output) {
    output.onRoom(uart::sinkReady);
    sink = output;
  }

  /** What comes to the port from outside. */
  public SerialInput input() {
    return input;
  }

  @Override
  public String name() {
    return "com1";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            PORT,
            new DeviceRegion("com1", Uart16550.SIZE, uart, AccessWidths.handling(1, 1)),
            DATA_PORTS),
        new Claim.Interrupt(INTERRUPT, interrupt));
  }

  @Override
  public void reset() {
    uart.reset();
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    ResourceTemplate resources =
        ResourceTemplate.of(template -> template.ioPorts(PORT, Uart16550.SIZE).irq(INTERRUPT));
    return DeviceAml.in(
        DeviceAml.PCI_BUS,
        bus ->
            bus.device(
                "COM1",
                device ->
                    device
                        .name("_HID", eisaId("PNP0501"))
                        .name("_UID", integer(1))
                        .name("_CRS", resources.toBuffer())));
  }
}
