package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;

/** A bus of memory, a bus of ports, and a controller between them. */
public final class TestMachine {
  public static final long GPE_PORT = 0xafe0;
  public static final long STATUS = 0xaf20;
  public static final long EJECT = 0xaf40;
  public static final long REMOVE_FAILED = 0xafa1;
  public static final long ADD_SUCCEEDED = 0xafa2;
  public static final long ADD_FAILED = 0xafa3;
  public static final long STATUS_CODE = 0xafa8;
  public static final long ASK_AGAIN = 0xafac;
  public static final long REMOVE_STARTED = 0xafae;

  public final AddressSpace memory = AddressSpace.memory("memory");
  public final AddressSpace ports = AddressSpace.ports("ports");
  public final LevelInterruptLine sci = new LevelInterruptLine("SCI");
  public final GpeBlock gpe = new GpeBlock(sci);
  public final AtomicLong seconds = new AtomicLong();
  public final List<SlotEvent> events = new CopyOnWriteArrayList<>();
  public final List<RamRegion> allocated = new ArrayList<>();
  public final List<MemorySegment> memories = new ArrayList<>();
  public final HotplugDevice device;
  public final MemoryHotplugController controller;

  public RamAllocator allocator = RamRegion::create;

  public TestMachine(
      HotplugInterface kind, HotplugSettings settings, List<? extends SlotPlan> plans) {
    controller =
        MemoryHotplugController.builder(memory, kind, gpe)
            .slots(plans)
            .allocator(this::allocate)
            .settings(settings)
            .clock(() -> Instant.ofEpochSecond(seconds.getAndIncrement()))
            .build();
    device = controller.registers();
    new Devices(List.of(gpe, device)).plug(memory, ports);
    ports.write16(GPE_PORT + 2, 8);
    controller.addListener(events::add);
  }

  /** A machine of 512 MiB with the 2012 registers and these slots. */
  public static TestMachine of(String... options) {
    return of(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), options);
  }

  public static TestMachine of(HotplugInterface kind, HotplugSettings settings, String... options) {
    List<SlotOptions> slots = Stream.of(options).map(SlotOptions::parse).toList();
    AddressMap map = AddressMap.pc(512 * ByteSize.MIB, 0, Set.of(0, 1));
    return new TestMachine(kind, settings, new SlotPlacement(map).place(slots, kind.slots()));
  }

  private RamRegion allocate(String name, long size) {
    RamRegion ram = allocator.allocate(name, size);
    allocated.add(ram);
    try (Pin pin = ram.pin("test")) {
      memories.add(pin.memory());
    }
    return ram;
  }

  /** Whether the memory of the n-th allocation was given back to the host. */
  public boolean isFreed(int allocation) {
    return !memories.get(allocation).scope().isAlive();
  }

  public SlotState state(String id) {
    return controller.slot(id).orElseThrow().state();
  }

  public long start(String id) {
    return controller.slot(id).orElseThrow().range().orElseThrow().first();
  }

  /** The events so far in the monitor's words. */
  public List<String> lines() {
    return events.stream().map(SlotEvent::line).toList();
  }

  /** What a guest does on the interrupt before it looks at the slots: clears the event. */
  public boolean takeInterrupt() {
    boolean pending = sci.isAsserted();
    ports.write16(GPE_PORT, 8);
    return pending;
  }

  public boolean bit(int slot) {
    return (ports.read8(STATUS + slot / 8) >> slot % 8 & 1) != 0;
  }

  public void eject(int slot) {
    ports.write8(EJECT + slot / 8, 1 << slot % 8);
  }

  public void report(long port, int slot) {
    ports.write8(port, slot);
  }

  public void refuseRemoval(int slot, int code) {
    ports.write32(STATUS_CODE, code);
    report(REMOVE_FAILED, slot);
  }

  /** Adds a slot's memory; the guest takes it, and the events of that are forgotten. */
  void bringOnline(String id, int slot) {
    controller.add(id);
    takeInterrupt();
    assertThat(bit(slot)).isTrue();
    report(ADD_SUCCEEDED, slot);
    events.clear();
  }
}
