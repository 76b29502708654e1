package org.memslot.hotplug;

import java.util.Optional;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;

/**
 * What a register block may know of a slot: an immutable view, read without a lock.
 *
 * @param state where the slot is in its life
 * @param range where its memory lies, or would lie; empty for an anonymous slot without memory
 * @param node its proximity domain
 */
public record GuestSlot(SlotState state, Optional<AddressRange> range, int node) {}
