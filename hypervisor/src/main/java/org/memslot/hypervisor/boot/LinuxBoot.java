package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.memslot.bios.E820Map;

/**
 * What a kernel is given besides itself.
 *
 * @param initrd the initial RAM disk
 * @param commandLine ASCII without control characters
 * @param map the memory map of the firmware
 * @param rsdp guest-physical address of the RSDP
 */
public record LinuxBoot(
    Optional<MemorySegment> initrd, String commandLine, E820Map map, long rsdp) {
  /** Checks the command line's characters. */
  public LinuxBoot {
    commandLine
        .chars()
        .filter(c -> c < ' ' || c > '~')
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  "the command line has the character 0x%x, which is not printable ASCII"
                      .formatted(c));
            });
  }
}
