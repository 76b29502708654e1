package org.memslot.bios.firmware;

import java.util.List;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.device.Device;

/**
 * The board that a firmware is made for: what it knows without asking fw_cfg.
 *
 * @param devices the devices of the board, in the order of the DSDT: what declares a scope is
 *     before what adds to it
 * @param fadt the FADT without its pointers: SCI, fixed hardware, reset register, features
 * @param interruptControllers the entries of the MADT but for those of processors: I/O APICs, and
 *     how ISA interrupts reach them
 */
public record Platform(List<Device> devices, Fadt fadt, List<MadtEntry> interruptControllers) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the FADT is too old to point to the DSDT with 64 bits
   */
  public Platform {
    if (fadt.revision() < 3) {
      throw new IllegalArgumentException(
          "FADT of revision " + fadt.revision() + "; a platform's has 3 or more");
    }
    devices = List.copyOf(devices);
    interruptControllers = List.copyOf(interruptControllers);
  }
}
