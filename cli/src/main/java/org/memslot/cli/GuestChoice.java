package org.memslot.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Which guest is to run on the machine, and with what. */
sealed interface GuestChoice {
  /** The embedded guest. */
  GuestChoice OSPM = new Ospm();

  /** The embedded guest. */
  record Ospm() implements GuestChoice {}

  /**
   * A kernel on KVM.
   *
   * @param kernel its image
   * @param initrd its initial RAM disk
   * @param commandLine its command line
   * @param serial where COM1 goes
   */
  record OnKvm(Path kernel, Optional<Path> initrd, String commandLine, SerialTarget serial)
      implements GuestChoice {}
}
