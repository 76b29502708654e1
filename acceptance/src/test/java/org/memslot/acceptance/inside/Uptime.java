package org.memslot.acceptance.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The nested machine's time since its start, which its kernel's messages show too. */
final class Uptime {
  private static final Path FILE = Path.of("/proc/uptime");

  private Uptime() {}

  static double seconds() {
    try {
      return Double.parseDouble(Files.readString(FILE).split(" ", 2)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a line with the time. */
  static void say(String text) {
    System.out.printf("%.2f %s%n", seconds(), text);
  }
}
