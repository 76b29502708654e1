package org.memslot.hypervisor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.machine.AddressRange;

/** Where the PCI root bridge lets an operating system put devices. */
class PciRootBridgeTest {
  @Test
  void pciWindowsHaveNeitherRamNorSlotsInThem() {
    MachineInformation machine =
        MachineInformation.builder(E820Map.EMPTY.add(AddressRange.of(0, 64 << 20), E820Type.RAM))
            .build();
    assertThat(PciRootBridge.memoryWindows(machine))
        .containsExactly(new AddressRange(0x400_0000, 0xfebf_ffffL));
    SlotInformation low = new SlotInformation(AddressRange.of(0x1000_0000, 0x800_0000), 0);
    MachineInformation withSlot =
        MachineInformation.builder(machine.memory())
            .paravirt(new ParavirtInformation(List.of(0), List.of(), List.of(low)))
            .build();
    assertThat(PciRootBridge.memoryWindows(withSlot))
        .containsExactly(
            new AddressRange(0x400_0000, 0xfff_ffff), new AddressRange(0x1800_0000, 0xfebf_ffffL));
  }
}
