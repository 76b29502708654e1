package org.memslot.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.memslot.ospm.MemoryTouch;

/** Which guest is to run on the machine, and with what. */
sealed interface GuestChoice {
  /**
   * The embedded guest.
   *
   * @param touch how much of the memory it adds it touches
   */
  record Ospm(MemoryTouch touch) implements GuestChoice {}

  /**
   * A system on KVM: a kernel, or a firmware that may start one.
   *
   * @param firmware a firmware's image; empty for the built-in firmware
   * @param kernel a kernel's image; there is one where there is no firmware
   * @param initrd the kernel's initial RAM disk
   * @param commandLine its command line
   * @param serial where COM1 goes
   */
  record OnKvm(
      Optional<Path> firmware,
      Optional<Path> kernel,
      Optional<Path> initrd,
      String commandLine,
      SerialTarget serial)
      implements GuestChoice {}
}
