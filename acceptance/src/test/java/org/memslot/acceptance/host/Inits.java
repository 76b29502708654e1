package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The shell scripts that are process 1 of guests. */
public final class Inits {
  private Inits() {}

  /** Reads a script. */
  public static byte[] read(String name) {
    try (InputStream in = Inits.class.getResourceAsStream("/org/memslot/acceptance/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
