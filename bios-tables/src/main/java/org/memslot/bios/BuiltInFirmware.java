package org.memslot.bios;

import java.util.List;
import java.util.Set;
import org.memslot.machine.AddressSpace;

/**
 * The firmware that runs at reset when no BIOS image does. It knows the machine's two buses and
 * nothing else: what it learns it reads through fw_cfg's ports, what it makes it writes to guest
 * memory.
 */
public final class BuiltInFirmware {
  private final AddressSpace memory;
  private final AddressSpace ports;

  /**
   * @param memory the guest's memory
   * @param ports the guest's I/O ports, with a {@link FwCfg} on them
   */
  public BuiltInFirmware(AddressSpace memory, AddressSpace ports) {
    this.memory = memory;
    this.ports = ports;
  }

  /**
   * Runs: reads the {@link MachineInformation}, builds and places the tables, leaves the {@link
   * GuestE820} block.
   *
   * @throws FirmwareDataException if fw_cfg holds something malformed
   * @throws FirmwareLimitException if it asks for more than the tables can say
   * @throws org.memslot.machine.MemoryAccessException if there is no RAM where tables must go
   */
  public FirmwareResult run() {
    MachineInformation machine = MachineInformation.read(new FwCfgClient(ports));
    E820Map guest = machine.memory().merged();
    byte[] block = GuestE820.encode(guest).toArray();
    memory.checked().write(GuestE820.ADDRESS, block, 0, block.length);
    return new FirmwareResult(List.of(), machine.memory(), guest, Set.of());
  }
}
