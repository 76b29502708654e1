package org.memslot.hotplug.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;

/** Adds and removes the memory of a slot; the guest's port accesses are written out. */
final class HotAddExample {
  private HotAddExample() {}

  /** Returns the events that the controller reported. */
  static List<String> run() {
    List<String> events = new ArrayList<>();
    // snippet
    var memory = AddressSpace.memory("memory");
    var ports = AddressSpace.ports("ports");
    var gpe = new GpeBlock(new LevelInterruptLine("SCI"));
    var hotplug = HotplugInterfaces.MEMSLOT;
    var map = AddressMap.pc(512 * ByteSize.MIB, 0, Set.of(0));
    List<SlotPlan.Named> slots =
        new SlotPlacement(map)
            .place(List.of(SlotOptions.parse("id=hot1,size=1G")), hotplug.slots());

    var controller = MemoryHotplugController.builder(memory, hotplug, gpe).slots(slots).build();
    controller.addListener(event -> events.add(event.line()));
    new Devices(List.of(gpe, controller.registers())).plug(memory, ports);

    controller.add("hot1"); // maps memory at 4G, sets bit 0 at port 0xaf20, raises the SCI
    ports.read8(0xaf20); // the guest finds the bit
    ports.write8(0xafa2, 0); // and reports that slot 0 is online
    controller.delete("hot1");
    ports.write32(0xafa8, 0x82); // the guest reports the code for "device busy"
    ports.write8(0xafa1, 0); // and that it cannot remove slot 0
    controller.delete("hot1");
    ports.write8(0xaf40, 1); // this time it ejects slot 0
    // end snippet
    return events;
  }
}
