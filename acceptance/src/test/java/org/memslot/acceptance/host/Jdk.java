package org.memslot.acceptance.host;

import java.nio.file.Path;

/** The JDK that the tests run on. */
public final class Jdk {
  private static final Path HOME = Path.of(System.getProperty("java.home"));

  private Jdk() {}

  /** Where it is. */
  public static Path home() {
    return HOME;
  }

  /** One of its programs, such as {@code jlink}. */
  public static String program(String name) {
    return HOME.resolve("bin").resolve(name).toString();
  }
}
