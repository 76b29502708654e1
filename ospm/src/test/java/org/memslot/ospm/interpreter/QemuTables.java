package org.memslot.ospm.interpreter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Gets the DSDTs of the suite out of QEMU 7.2: what {@code qemu-system-x86_64 -machine pc|q35 -m
 * 512M,slots=4,maxmem=4G -nodefaults -S -display none -accel tcg -qtest stdio} offers its firmware
 * as the fw_cfg file etc/acpi/tables, with the checksum the firmware would fill in.
 */
final class QemuTables implements AutoCloseable {
  private static final int SELECTOR = 0x510;
  private static final int DATA = 0x511;
  private static final int DIRECTORY = 0x19;

  private final Process qemu;
  private final PrintStream to;
  private final BufferedReader from;

  private QemuTables(String machine) throws IOException {
    qemu =
        new ProcessBuilder(
                List.of(
                    "qemu-system-x86_64",
                    "-machine",
                    machine,
                    "-m",
                    "512M,slots=4,maxmem=4G",
                    "-nodefaults",
                    "-S",
                    "-display",
                    "none",
                    "-accel",
                    "tcg",
                    "-qtest",
                    "stdio"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    to = new PrintStream(qemu.getOutputStream(), true, ISO_8859_1);
    from = new BufferedReader(new InputStreamReader(qemu.getInputStream(), ISO_8859_1));
  }

  /**
   * Writes qemu-pc.aml and qemu-q35.aml.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    for (String machine : List.of("pc", "q35")) {
      try (QemuTables tables = new QemuTables(machine)) {
        Files.write(Path.of(args[0], "qemu-" + machine + ".aml"), tables.dsdt());
      }
    }
  }

  private String ask(String command) throws IOException {
    to.println(command);
    String line;
    do {
      line = from.readLine();
      if (line == null) {
        throw new IOException("QEMU ended");
      }
    } while (!line.startsWith("OK"));
    return line;
  }

  private byte[] read(int key, int length) throws IOException {
    ask("outw 0x%x 0x%x".formatted(SELECTOR, key));
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) Integer.decode(ask("inb 0x%x".formatted(DATA)).substring(3)).intValue();
    }
    return bytes;
  }

  private byte[] dsdt() throws IOException {
    int files = ByteBuffer.wrap(read(DIRECTORY, 4)).getInt();
    ByteBuffer directory = ByteBuffer.wrap(read(DIRECTORY, 4 + 64 * files));
    for (int i = 0; i < files; i++) {
      int at = 4 + 64 * i;
      String name = new String(directory.array(), at + 8, 56, ISO_8859_1).replace("\0", "");
      if (name.equals("etc/acpi/tables")) {
        return dsdt(read(directory.getShort(at + 4), directory.getInt(at)));
      }
    }
    throw new IOException("no etc/acpi/tables");
  }

  private static byte[] dsdt(byte[] tables) throws IOException {
    int at = new String(tables, ISO_8859_1).indexOf("DSDT");
    if (at < 0) {
      throw new IOException("no DSDT");
    }
    int length = Integer.reverseBytes(ByteBuffer.wrap(tables).getInt(at + 4));
    byte[] dsdt = Arrays.copyOfRange(tables, at, at + length);
    int sum = 0;
    for (byte b : dsdt) {
      sum += b;
    }
    dsdt[9] -= (byte) sum;
    return dsdt;
  }

  @Override
  public void close() {
    qemu.destroyForcibly();
  }
}
