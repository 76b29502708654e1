package org.memslot.hotplug.slot;

import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.MachineInformation;

/**
 * What a register interface allows of the slots of a machine.
 *
 * @param interfaceName the interface, for messages
 * @param maximum the most slots
 * @param reason why there can be no more: what follows "the limit is 255, "
 * @param ranges when a guest learns where a slot's memory lies
 * @param listedAtReset whether the memory map at a reset lists slots that have memory, as the 2012
 *     interface needs; otherwise the guest finds it by the slots' devices
 */
public record SlotRules(
    String interfaceName, int maximum, String reason, Ranges ranges, boolean listedAtReset) {
  /** When a guest learns where a slot's memory lies. */
  public enum Ranges {
    /** Its tables say it of every slot when the machine starts. */
    FIXED,
    /** It reads range and node from the registers, each time the slot gets memory. */
    IN_REGISTERS
  }

  /**
   * Makes sure that the interface's AML can describe the slots of a machine.
   *
   * @throws FirmwareLimitException if there are too many
   * @throws IllegalArgumentException if some have no range, and the AML says every range
   */
  public void requireDescribable(MachineInformation machine) {
    if (machine.slotCount() > maximum) {
      throw new FirmwareLimitException(
          "memory slots of the " + interfaceName + " interface",
          machine.slotCount(),
          maximum,
          reason);
    }
    if (ranges == Ranges.FIXED && machine.anonymous().isPresent()) {
      throw new IllegalArgumentException(
          "slots without a range, but the %s interface tells every range at the start"
              .formatted(interfaceName));
    }
  }
}
