package org.memslot.hotplug;

import java.util.List;
import java.util.Optional;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * A slot at one moment.
 *
 * @param index the slot's number, by which registers and AML know it
 * @param id the slot's name
 * @param range where its memory lies, or would lie; empty for an anonymous slot without memory
 * @param node its proximity domain
 * @param state where it is in its life
 * @param declined true when the guest reported that it could not add the memory
 * @param holders who on the host holds the memory, while the slot is ejecting
 * @param lastOutcome the last event of the slot
 * @param statistics what the slot has been through
 */
public record MemorySlot(
    int index,
    String id,
    Optional<AddressRange> range,
    int node,
    SlotState state,
    boolean declined,
    List<String> holders,
    Optional<SlotEvent> lastOutcome,
    SlotStatistics statistics) {
  /** Copies the holders. */
  public MemorySlot {
    holders = List.copyOf(holders);
  }

  /** The slot's size in bytes; 0 for an anonymous slot without memory. */
  public ByteSize size() {
    return ByteSize.of(range.map(AddressRange::length).orElse(0L));
  }
}
