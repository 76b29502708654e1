package org.memslot.hotplug.state;

import java.util.Optional;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;

/**
 * A slot as it is saved, without the contents of its memory.
 *
 * @param id its name
 * @param range where it lies; empty for an anonymous slot without memory
 * @param node its proximity domain
 * @param state where it is in its life
 * @param beforeRequest what a refused or cancelled request goes back to
 * @param declined whether the guest could not add the memory
 * @param known whether the guest has looked at the memory since it came
 * @param cancelled whether the guest may still answer a request that was taken back
 */
public record SavedSlot(
    String id,
    Optional<AddressRange> range,
    int node,
    SlotState state,
    SlotState beforeRequest,
    boolean declined,
    boolean known,
    boolean cancelled) {
  /** The slot when its memory has gone. */
  SavedSlot emptied() {
    return new SavedSlot(id, range, node, SlotState.EMPTY, SlotState.EMPTY, false, false, false);
  }
}
