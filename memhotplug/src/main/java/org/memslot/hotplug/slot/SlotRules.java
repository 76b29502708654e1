package org.memslot.hotplug.slot;

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
}
