package org.memslot.hypervisor.device;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FwCfg;
import org.memslot.bios.FwCfgState;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AddressRange;

/** QEMU's fw_cfg as a device of the board. */
public final class FwCfgDevice implements Device {
  private final FwCfg registers;

  /** The device of these registers. */
  public FwCfgDevice(FwCfg registers) {
    this.registers = registers;
  }

  @Override
  public String name() {
    return "fw_cfg";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(FwCfg.SELECTOR_PORT, registers.itemRegion()),
        new Claim.Ports(FwCfg.DMA_PORT, registers.dmaRegion()));
  }

  @Override
  public void reset() {
    registers.reset();
  }

  @Override
  public Optional<ByteList> save() {
    return Optional.of(registers.state().encode());
  }

  @Override
  public void restore(ByteList saved) {
    registers.restore(FwCfgState.decode(saved));
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    int last = FwCfg.DMA_PORT + (int) registers.dmaRegion().size() - 1;
    return DeviceAml.NONE.reserving(new AddressRange(FwCfg.SELECTOR_PORT, last));
  }
}
