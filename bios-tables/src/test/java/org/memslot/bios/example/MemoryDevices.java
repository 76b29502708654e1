package org.memslot.bios.example;

import java.util.List;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.AcpiTable;
import org.memslot.bios.acpi.DefinitionBlock;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;

// snippet
/** Describes memory slots to a guest by the AML of the 2012 series; its registers are elsewhere. */
public record MemoryDevices() implements Device {
  @Override
  public String name() {
    return "memory-devices";
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    return DeviceAml.of(MemslotAml.dsdtTerms()).withExternals(MemslotAml.dsdtExternals());
  }

  @Override
  public List<AcpiTable> tables(MachineInformation machine) {
    return List.of(
        DefinitionBlock.of(
            MemslotAml.ssdt(
                TableOrigin.MEMORY_SSDT.header("SSDT", 2),
                machine.memoryDevices(),
                machine.enabledSlots()::contains)));
  }
}
// end snippet
