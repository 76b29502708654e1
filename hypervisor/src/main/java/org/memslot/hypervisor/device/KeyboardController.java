package org.memslot.hypervisor.device;

import java.util.List;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * The 8042 keyboard controller at ports 0x60 (data) and 0x64 (status and command), with neither
 * keyboard nor mouse: it passes its self test, answers commands so that no driver waits, and pulls
 * the reset line.
 */
public final class KeyboardController implements Device {
  private static final int DATA = 0x60;
  private static final int COMMAND = 0x64;

  private static final int OUTPUT_FULL = 1;
  private static final int SYSTEM_FLAG = 4;
  private static final int COMMAND_LAST = 8;
  private static final int NOT_LOCKED = 0x10;

  private static final int READ_CONFIGURATION = 0x20;
  private static final int WRITE_CONFIGURATION = 0x60;
  private static final int TEST_MOUSE_PORT = 0xa9;
  private static final int SELF_TEST = 0xaa;
  private static final int TEST_KEYBOARD_PORT = 0xab;
  private static final int READ_INPUT = 0xc0;
  private static final int READ_OUTPUT = 0xd0;
  private static final int WRITE_OUTPUT = 0xd1;
  private static final int WRITE_KEYBOARD_OUTPUT = 0xd2;
  private static final int WRITE_MOUSE = 0xd4;
  private static final int PULSE_RESET = 0xfe;

  private static final int SELF_TEST_PASSED = 0x55;
  private static final int PORT_TEST_CLOCK_LOW = 1;

  /** Output port: reset not asserted, A20 on. */
  private static final int OUTPUT_IDLE = 3;

  private static final int NO_DATA = -1;

  private final Runnable reset;
  private int output = NO_DATA;
  private int configuration;
  private int commandWithData;
  private int lastWritten;

  /**
   * A controller in its state after reset.
   *
   * @param reset what the reset line does; called on the guest's thread
   */
  public KeyboardController(Runnable reset) {
    this.reset = reset;
  }

  @Override
  public String name() {
    return "keyboard";
  }

  @Override
  public List<Claim> claims() {
    AccessWidths bytes = AccessWidths.handling(1, 1);
    return List.of(
        new Claim.Ports(DATA, new DeviceRegion("keyboard-data", 1, data(), bytes)),
        new Claim.Ports(COMMAND, new DeviceRegion("keyboard-command", 1, command(), bytes)));
  }

  @Override
  public synchronized void reset() {
    output = NO_DATA;
    configuration = 0;
    commandWithData = 0;
    lastWritten = 0;
  }

  /** Port 0x60. */
  private IoHandler data() {
    return new IoHandler() {
      @Override
      public long read(long offset, int width) {
        return takeData();
      }

      @Override
      public void write(long offset, int width, long value) {
        writeData((int) value & 0xff);
      }
    };
  }

  /** Port 0x64. */
  private IoHandler command() {
    return new IoHandler() {
      @Override
      public long read(long offset, int width) {
        return status();
      }

      @Override
      public void write(long offset, int width, long value) {
        writeCommand((int) value & 0xff);
      }
    };
  }

  private synchronized int takeData() {
    int value = Math.max(output, 0);
    output = NO_DATA;
    return value;
  }

  private synchronized int status() {
    return SYSTEM_FLAG | NOT_LOCKED | lastWritten | (output == NO_DATA ? 0 : OUTPUT_FULL);
  }

  private synchronized void writeData(int value) {
    lastWritten = 0;
    int command = commandWithData;
    commandWithData = 0;
    switch (command) {
      case WRITE_CONFIGURATION -> configuration = value;
      case WRITE_KEYBOARD_OUTPUT -> output = value;
      case WRITE_OUTPUT -> {
        if ((value & 1) == 0) {
          reset.run();
        }
      }
      default -> {
        // For a keyboard or mouse that is not there: no answer.
      }
    }
  }

  private synchronized void writeCommand(int command) {
    lastWritten = COMMAND_LAST;
    switch (command) {
      case READ_CONFIGURATION -> output = configuration;
      case SELF_TEST -> output = SELF_TEST_PASSED;
      case TEST_KEYBOARD_PORT, TEST_MOUSE_PORT -> output = PORT_TEST_CLOCK_LOW;
      case READ_INPUT -> output = 0;
      case READ_OUTPUT -> output = OUTPUT_IDLE;
      case WRITE_CONFIGURATION, WRITE_OUTPUT, WRITE_KEYBOARD_OUTPUT, WRITE_MOUSE ->
          commandWithData = command;
      case PULSE_RESET -> reset.run();
      default -> {
        // Switches ports on and off that have nothing behind them.
      }
    }
  }
}
