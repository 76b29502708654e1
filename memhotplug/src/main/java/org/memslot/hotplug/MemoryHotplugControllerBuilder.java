package org.memslot.hotplug;

import java.time.InstantSource;
import java.util.List;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/**
 * Builds a {@link MemoryHotplugController}. What is not set: no slots, memory of this host, default
 * settings, the host's clock.
 */
public final class MemoryHotplugControllerBuilder {
  final AddressSpace bus;
  final HotplugInterface hotplug;
  final GpeBlock gpe;
  List<? extends SlotPlan> plans = List.of();
  AnonymousSpace space = AnonymousSpace.NONE;
  RamAllocator allocator = RamRegion::create;
  HotplugSettings settings = HotplugSettings.defaults();
  InstantSource clock = InstantSource.system();

  MemoryHotplugControllerBuilder(AddressSpace bus, HotplugInterface hotplug, GpeBlock gpe) {
    this.bus = bus;
    this.hotplug = hotplug;
    this.gpe = gpe;
  }

  /** The slots in order of their numbers, as {@link SlotPlacement#place} made them. */
  public MemoryHotplugControllerBuilder slots(List<? extends SlotPlan> inOrder) {
    plans = List.copyOf(inOrder);
    return this;
  }

  /** Where the memory of anonymous slots may lie. */
  public MemoryHotplugControllerBuilder anonymousSpace(AnonymousSpace ofAll) {
    space = ofAll;
    return this;
  }

  /** Where memory comes from. */
  public MemoryHotplugControllerBuilder allocator(RamAllocator source) {
    allocator = source;
    return this;
  }

  /** How guests are treated. */
  public MemoryHotplugControllerBuilder settings(HotplugSettings of) {
    settings = of;
    return this;
  }

  /** The time that events bear. */
  public MemoryHotplugControllerBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /**
   * The controller, all of whose slots are empty, with new registers.
   *
   * @throws SlotOptionException when there are more slots than the interface has room for, two of
   *     one name, or anonymous slots with an interface that cannot have them
   */
  public MemoryHotplugController build() {
    return new MemoryHotplugController(this);
  }
}
