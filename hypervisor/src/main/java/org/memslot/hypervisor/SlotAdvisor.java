package org.memslot.hypervisor;

import java.util.List;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hotplug.slot.LinuxMemoryBlock;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/** Knows what firmware told the guest, and so what the guest will make of more memory. */
final class SlotAdvisor {
  private final MachineConfig config;
  private final List<AddressRange> announced;

  SlotAdvisor(MachineConfig config, SlotLayout layout) {
    this.config = config;
    announced = layout.hotPluggable();
  }

  /**
   * What to say of a slot that has just been given memory, with all slots as they are now.
   *
   * @param listed the RAM of which the firmware told the guest when it booted
   */
  List<HotplugAdvice> advice(MemorySlot slot, List<MemorySlot> slots, List<AddressRange> listed) {
    long present = config.memory().bytes();
    for (MemorySlot other : slots) {
      present += other.state() == SlotState.ONLINE ? other.size().bytes() : 0;
    }
    HotplugAdvice.Guest guest =
        new HotplugAdvice.Guest(
            ByteSize.of(present),
            LinuxMemoryBlock.of(end(listed)),
            announced,
            config.addressMap().nodes());
    return slot.range().stream()
        .flatMap(range -> HotplugAdvice.of(slot.id(), range, slot.node(), guest).stream())
        .toList();
  }

  private static long end(List<AddressRange> ram) {
    return ram.stream().mapToLong(range -> range.last() + 1).max().orElse(0);
  }
}
