package org.memslot.bios.device;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.AcpiTable;

/**
 * A device of a board: where it is on the buses, what a reset does to it, what of it is saved, and
 * what the ACPI tables say of it.
 *
 * <p>Only {@link #name} and {@link #claims} have to be written. A board calls {@link #reset},
 * {@link #save} and {@link #restore} while no guest runs, and the registers themselves from any
 * vCPU.
 */
public interface Device {
  /** Its name in messages and state files: lower-case words joined by '-', unique on a board. */
  String name();

  /** What it occupies: I/O ports, guest-physical addresses, interrupts. A board asks once. */
  List<Claim> claims();

  /** The machine is reset: registers go back to their first values. */
  default void reset() {}

  /** What a state file has to keep of it; empty when a reset loses everything anyway. */
  default Optional<ByteList> save() {
    return Optional.empty();
  }

  /**
   * Takes back what {@link #save} gave. A reset follows.
   *
   * @throws FirmwareDataException when the bytes are malformed; nothing has changed then
   */
  default void restore(ByteList saved) {}

  /**
   * What the DSDT says of it.
   *
   * @param machine the machine as the firmware finds it at this reset
   */
  default DeviceAml aml(MachineInformation machine) {
    return DeviceAml.NONE;
  }

  /**
   * ACPI tables of its own, such as an HPET table or an SSDT.
   *
   * @param machine the machine as the firmware finds it at this reset
   */
  default List<AcpiTable> tables(MachineInformation machine) {
    return List.of();
  }
}
