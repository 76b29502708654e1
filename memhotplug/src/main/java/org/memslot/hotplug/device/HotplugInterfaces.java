package org.memslot.hotplug.device;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.slot.SlotRules;
import org.memslot.hotplug.slot.SlotRules.Ranges;

/** The register interfaces of this project. What is added here, a user can ask for by its name. */
public final class HotplugInterfaces {
  /** The ports of the 2012 memslot series: see {@link MemslotDevice}. */
  public static final HotplugInterface MEMSLOT =
      new HotplugInterface(
          new SlotRules(
              "memslot",
              MemslotRegisters.MAX_SLOTS,
              "because its AML keeps one element for each slot in a package whose count is a byte;"
                  + " the qemu interface takes more",
              Ranges.FIXED,
              true),
          MemslotRegisters.GPE_BIT,
          false,
          MemslotDevice::new);

  /** QEMU's selector block: see {@link QemuHotplugDevice}. */
  public static final HotplugInterface QEMU =
      new HotplugInterface(
          new SlotRules(
              "qemu",
              MemoryHotplugRegisters.MAX_SLOTS,
              "the most for which its devices, MP00 to MFFF, have names of four characters",
              Ranges.IN_REGISTERS,
              false),
          MemoryHotplugRegisters.GPE_BIT,
          true,
          QemuHotplugDevice::new);

  /** All of them; a machine is given the first unless another is asked for. */
  public static final List<HotplugInterface> STANDARD = List.of(MEMSLOT, QEMU);

  private HotplugInterfaces() {}

  /** The interface of that name, if there is one. */
  public static Optional<HotplugInterface> named(String name) {
    return STANDARD.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
