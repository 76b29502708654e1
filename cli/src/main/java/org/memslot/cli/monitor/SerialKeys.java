package org.memslot.cli.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.memslot.cli.monitor.command.MonitorParser;
import org.memslot.hypervisor.device.SerialInput;

/**
 * A keyboard that the guest's serial port and the monitor share. What is typed goes to the guest,
 * until Ctrl-A says what to do with the next key: {@code c} begins a line for the monitor, {@code
 * x} ends the machine, {@code a} or Ctrl-A sends a Ctrl-A, any other shows these keys.
 */
final class SerialKeys implements MonitorSession.Lines {
  static final String HELP =
      "Ctrl-A c: a command for the monitor; Ctrl-A x: end the machine; Ctrl-A a: send Ctrl-A";

  private static final int CTRL_A = 1;
  private static final int CTRL_C = 3;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 0x7f;

  private final InputStream keys;
  private final SerialInput guest;
  private final Screen screen;

  /** Where the line for the monitor and its prompt are shown. */
  interface Screen {
    /** Shows text as it is. */
    void show(String text);
  }

  SerialKeys(InputStream keys, SerialInput guest, Screen screen) {
    this.keys = keys;
    this.guest = guest;
    this.screen = screen;
  }

  /** Passes keys on to the guest until a line for the monitor has been typed. */
  @Override
  public Optional<String> next() throws IOException {
    for (int key = keys.read(); key >= 0; key = keys.read()) {
      if (key != CTRL_A) {
        guest.send((byte) key);
        continue;
      }
      int command = keys.read();
      switch (command) {
        case 'c', 'C' -> {
          Optional<String> line = line();
          if (line.isPresent()) {
            return line;
          }
        }
        case 'x', 'X' -> {
          return Optional.of("quit");
        }
        case 'a', 'A', CTRL_A -> guest.send((byte) CTRL_A);
        default -> screen.show("\n" + HELP + "\n");
      }
    }
    return Optional.empty();
  }

  /** A line for the monitor; empty when it was given up. */
  private Optional<String> line() throws IOException {
    screen.show("\n" + MonitorOutput.PROMPT);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int key = keys.read(); key >= 0; key = keys.read()) {
      switch (key) {
        case '\r', '\n' -> {
          screen.show("\n");
          return Optional.of(line.toString(StandardCharsets.UTF_8));
        }
        case CTRL_A, CTRL_C -> {
          screen.show("\n");
          return Optional.empty();
        }
        case BACKSPACE, DELETE -> {
          byte[] typed = line.toByteArray();
          if (typed.length > 0) {
            line.reset();
            line.write(typed, 0, typed.length - 1);
            screen.show("\b \b");
          }
        }
        default -> {
          if (line.size() <= MonitorParser.LONGEST_LINE) {
            line.write(key);
            screen.show(Character.toString(key));
          }
        }
      }
    }
    return Optional.empty();
  }
}
