package org.memslot.hypervisor;

import java.util.ArrayList;
import java.util.List;
import org.memslot.hotplug.ByteSize;
import org.memslot.hotplug.HotplugAdvice;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.SlotPlan;
import org.memslot.hotplug.SlotState;
import org.memslot.machine.AddressRange;

/** Knows what firmware told the guest, and so what the guest will make of more memory. */
final class SlotAdvisor {
  private final MachineConfig config;
  private final List<AddressRange> announced = new ArrayList<>();

  SlotAdvisor(MachineConfig config, SlotLayout layout) {
    this.config = config;
    layout.named().stream().map(SlotPlan.Named::range).forEach(announced::add);
    layout.area().ifPresent(area -> announced.add(area.range()));
  }

  /** What to say of a slot that has just been given memory, with all slots as they are now. */
  List<HotplugAdvice> advice(MemorySlot slot, List<MemorySlot> slots) {
    long present = config.memory().bytes();
    for (MemorySlot other : slots) {
      present += other.state() == SlotState.ONLINE ? other.size().bytes() : 0;
    }
    HotplugAdvice.Guest guest =
        new HotplugAdvice.Guest(
            ByteSize.of(present),
            HotplugAdvice.linuxBlock(bootMemoryEnd()),
            announced,
            config.addressMap().nodes());
    return slot.range().stream()
        .flatMap(range -> HotplugAdvice.of(slot.id(), range, slot.node(), guest).stream())
        .toList();
  }

  private long bootMemoryEnd() {
    return config.memoryAbove4G() == 0
        ? config.memoryBelow4G()
        : (1L << 32) + config.memoryAbove4G();
  }
}
