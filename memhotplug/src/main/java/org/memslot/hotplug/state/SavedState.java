package org.memslot.hotplug.state;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import org.memslot.aml.ByteList;
import org.memslot.hotplug.slot.SlotState;

/**
 * All that a machine's memory hotplug remembers, without the contents of memory.
 *
 * @param slots the slots in order of their numbers
 * @param registers the register block's own state, in a form that only its kind reads
 * @param gpeStatus the pending events, a bit for each
 * @param gpeEnable the enabled events, a bit for each
 * @param extras state of other devices that is kept with it, such as fw_cfg's, by name
 */
public record SavedState(
    List<SavedSlot> slots,
    ByteList registers,
    long gpeStatus,
    long gpeEnable,
    Map<String, ByteList> extras) {
  /** Copies the collections. */
  public SavedState {
    slots = List.copyOf(slots);
    extras = ImmutableSortedMap.copyOf(extras);
  }

  /** True when a slot's memory was waiting for holders on the host to leave. */
  public boolean isLeaving(int slot) {
    return slots.get(slot).state() == SlotState.EJECTING;
  }

  /** This state with the slots empty whose memory was leaving: the guest had let go of it. */
  public SavedState withoutLeaving() {
    List<SavedSlot> settled =
        slots.stream()
            .map(slot -> slot.state() == SlotState.EJECTING ? slot.emptied() : slot)
            .toList();
    return new SavedState(settled, registers, gpeStatus, gpeEnable, extras);
  }
}
