package org.memslot.hypervisor.device;

import java.time.InstantSource;
import java.util.List;
import java.util.function.IntConsumer;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.TopologyChange;

/**
 * The legacy devices of a PC at their usual ports: COM1 at 0x3f8, the clock at 0x70, the keyboard
 * controller at 0x60 and 0x64, system control at 0x92, debug exit at 0xf4, and the debug port at
 * 0x402.
 */
public final class LegacyDevices {
  private static final int COM1 = 0x3f8;
  private static final int CLOCK = 0x70;
  private static final int KEYBOARD_DATA = 0x60;
  private static final int KEYBOARD_COMMAND = 0x64;
  private static final int SYSTEM_CONTROL = 0x92;
  private static final int DEBUG_EXIT = 0xf4;
  private static final int DEBUG_EXIT_SIZE = 4;
  private static final int DEBUG = 0x402;

  private final LevelInterruptLine serialInterrupt = new LevelInterruptLine("COM1");
  private final Uart16550 serial;
  private final CmosRtc clock;
  private final KeyboardController keyboard;
  private final SystemControlPort systemControl;
  private final DebugPort debug;
  private final DebugExit debugExit;

  /**
   * The devices of one machine.
   *
   * @param memory what the clock's memory says of the machine's memory
   * @param time what the clock shows
   * @param serialSink where COM1 sends
   * @param debugSink where the debug port sends
   * @param reset what a reset by keyboard controller or system control does
   * @param exit takes the status with which the guest ends the machine
   */
  public LegacyDevices(
      MemorySizes memory,
      InstantSource time,
      SerialSink serialSink,
      IntConsumer debugSink,
      Runnable reset,
      IntConsumer exit) {
    serial = new Uart16550(serialSink, serialInterrupt);
    clock = new CmosRtc(time, memory.below4G(), memory.above4G(), memory.cpus());
    keyboard = new KeyboardController(reset);
    systemControl = new SystemControlPort(reset);
    debug = new DebugPort(debugSink);
    debugExit = new DebugExit(exit);
  }

  /**
   * What the CMOS memory says.
   *
   * @param below4G bytes of RAM from address 0 on
   * @param above4G bytes of RAM from 4 GiB on
   * @param cpus how many
   */
  public record MemorySizes(long below4G, long above4G, int cpus) {}

  /** Puts them on the bus of I/O ports. */
  public void plug(TopologyChange ports) {
    ports.add(COM1, bytes("com1", Uart16550.SIZE, serial));
    ports.add(CLOCK, bytes("rtc", CmosRtc.SIZE, clock));
    ports.add(KEYBOARD_DATA, bytes("keyboard-data", 1, keyboard.data()));
    ports.add(KEYBOARD_COMMAND, bytes("keyboard-command", 1, keyboard.command()));
    ports.add(SYSTEM_CONTROL, bytes("system-control", 1, systemControl));
    ports.add(DEBUG, bytes("debug", 1, debug));
    ports.add(
        DEBUG_EXIT,
        new DeviceRegion("debug-exit", DEBUG_EXIT_SIZE, debugExit, new AccessWidths(1, 4, 1, 4)));
  }

  /**
   * Ports whose writes may reach their device late, with the next access to any other: COM1's data
   * and the debug port. What they do is seen elsewhere only by reading.
   */
  public List<AddressRange> deferrableWrites() {
    return List.of(AddressRange.of(COM1, 1), AddressRange.of(DEBUG, 1));
  }

  private static DeviceRegion bytes(String name, long size, IoHandler handler) {
    return new DeviceRegion(name, size, handler, AccessWidths.handling(1, 1));
  }

  /** COM1. */
  public Uart16550 serial() {
    return serial;
  }

  /** The interrupt of COM1, ISA line 4. */
  public LevelInterruptLine serialInterrupt() {
    return serialInterrupt;
  }

  /** All as after reset. */
  public void reset() {
    serial.reset();
    keyboard.reset();
    systemControl.reset();
  }
}
