package org.memslot.bios;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Term;

/** The AML of the memory devices, by the interface that the machine has. */
final class MemoryDeviceAml {
  private MemoryDeviceAml() {}

  /** What the interface needs in the DSDT. */
  static List<Term> dsdtTerms(MachineInformation machine) {
    return List.of();
  }

  /** The table of the devices themselves, where the interface has it apart from the DSDT. */
  static Optional<AmlTable> ssdt(MachineInformation machine, Set<Integer> enabledSlots) {
    return Optional.empty();
  }
}
