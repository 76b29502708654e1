package org.memslot.bios.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Term;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.aml.memory.QemuMemoryHotplugAml;
import org.memslot.aml.resource.ResourceTemplateBuilder;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.acpi.TableOrigin;

/** The AML of the memory devices, by the interface that the machine has. */
final class MemoryDeviceAml {
  private static final int REVISION = 2;

  private MemoryDeviceAml() {}

  /** What the interface needs in the DSDT. */
  static List<Term> dsdtTerms(MachineInformation machine) {
    return switch (machine.hotplug()) {
      case MEMSLOT -> MemslotAml.dsdtTerms();
      // Without slots QEMU's register block is not there, and neither are its devices.
      case QEMU ->
          machine.slotCount() == 0
              ? List.of()
              : QemuMemoryHotplugAml.dsdtTerms(machine.slotCount());
    };
  }

  /** The DSDT with the names declared that it uses of the SSDT. */
  static AmlTable declare(AmlTable dsdt, MachineInformation machine) {
    return switch (machine.hotplug()) {
      case MEMSLOT -> Externals.declare(dsdt, MemslotAml.dsdtExternals());
      case QEMU -> dsdt;
    };
  }

  /** The interface's ports, where no device of its own claims them. */
  static void ports(MachineInformation machine, ResourceTemplateBuilder template) {
    switch (machine.hotplug()) {
      case MEMSLOT ->
          template
              .ioPorts(MemslotRegisters.STATUS_PORT, MemslotRegisters.BITMAP_LENGTH)
              .ioPorts(MemslotRegisters.EJECT_PORT, MemslotRegisters.BITMAP_LENGTH)
              .ioPorts(
                  MemslotRegisters.REMOVE_FAILED_PORT,
                  MemslotRegisters.REMOVE_STARTED_PORT + 1 - MemslotRegisters.REMOVE_FAILED_PORT);
      case QEMU -> {
        // The device MHPD has them.
      }
    }
  }

  /** The table of the devices themselves, where the interface has it apart from the DSDT. */
  static Optional<AmlTable> ssdt(MachineInformation machine, Set<Integer> enabledSlots) {
    return switch (machine.hotplug()) {
      case MEMSLOT ->
          Optional.of(
              MemslotAml.ssdt(
                  BoardDsdt.header("SSDT", REVISION, TableOrigin.MEMORY_SSDT),
                  devices(machine.paravirt().slots()),
                  enabledSlots::contains));
      case QEMU -> Optional.empty();
    };
  }

  private static List<MemoryDevice> devices(List<SlotInformation> slots) {
    List<MemoryDevice> devices = new ArrayList<>();
    for (SlotInformation slot : slots) {
      devices.add(
          new MemoryDevice(
              devices.size(), slot.range().first(), slot.range().length(), slot.node()));
    }
    return devices;
  }
}
