package org.memslot.acceptance.host;

import java.nio.file.Path;
import org.memslot.testing.ReferenceProgram;

/** Busybox, linked statically, which is all that guests have of programs. */
public final class Busybox {
  private Busybox() {}

  /** Where it is on the host. */
  public static Path path() {
    return ReferenceProgram.named("busybox").path();
  }
}
