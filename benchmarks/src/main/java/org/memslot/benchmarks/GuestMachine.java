package org.memslot.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.device.Devices;
import org.memslot.bios.firmware.BuiltInFirmware;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hypervisor.PcPlatform;
import org.memslot.hypervisor.device.PciHost;
import org.memslot.hypervisor.device.PmBlock;
import org.memslot.hypervisor.device.SharedInterrupt;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.EmbeddedGuest;
import org.memslot.ospm.interpreter.host.VirtualClock;

/**
 * A machine with slots and the embedded guest, all on the thread that calls.
 *
 * <p>The guest writes and reads back every page that it is given. So that what is measured is the
 * work of hotplug and not the host's faults, the slots' memory lies on a bus of its own, and where
 * the guest looks for it a device answers that gives back what was written.
 */
final class GuestMachine {
  private static final long BOOT_MEMORY = 64 * ByteSize.MIB;
  private static final long AREA = 1L << 32;

  private final AddressSpace slotMemory = AddressSpace.memory("slots");
  private final EmbeddedGuest guest;
  private final MemoryHotplugController controller;

  GuestMachine(HotplugInterface kind, int slots, long slotSize) {
    AddressSpace memory = AddressSpace.memory("memory");
    AddressSpace ports = AddressSpace.ports("ports");
    LevelInterruptLine sci = new LevelInterruptLine("SCI");
    FwCfg fwCfg = new FwCfg(memory);
    SharedInterrupt shared = new SharedInterrupt(sci);
    GpeBlock gpe = new GpeBlock(shared.input());
    List<SlotPlan> plans = new ArrayList<>();
    List<SlotInformation> informed = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      AddressRange range = AddressRange.of(AREA + slot * slotSize, slotSize);
      plans.add(new SlotPlan.Named(id(slot), range, 0, false));
      informed.add(new SlotInformation(range, 0));
    }
    memory.change(
        change -> {
          change.add(0, RamRegion.create("ram", BOOT_MEMORY));
          change.add(AREA, new DeviceRegion("echo", slots * slotSize, new Echo()));
        });
    controller = MemoryHotplugController.builder(slotMemory, kind, gpe).slots(plans).build();
    ports.change(fwCfg::attach);
    Devices devices =
        new Devices(
            List.of(
                new PciHost(PmBlock.PORT, () -> {}),
                new PmBlock(sci, shared.input(), () -> {}, System::nanoTime),
                gpe,
                controller.registers()));
    devices.plug(memory, ports);
    MachineInformation.builder(E820Map.EMPTY.add(AddressRange.of(0, BOOT_MEMORY), E820Type.RAM))
        .paravirt(new ParavirtInformation(List.of(0), List.of(), informed))
        .build()
        .publish(fwCfg);
    new BuiltInFirmware(memory, ports, PcPlatform.of(devices.list())).run();
    guest = new EmbeddedGuest(memory, ports, new VirtualClock());
    guest.boot();
  }

  private static String id(int slot) {
    return "s" + slot;
  }

  /** Adds a slot and has the guest do its part, to the report that the memory is online. */
  void add(int slot) {
    controller.add(id(slot));
    guest.runUntilIdle();
    require(slot, SlotState.ONLINE);
  }

  /** Removes a slot, the guest's part included. */
  void remove(int slot) {
    controller.delete(id(slot));
    guest.runUntilIdle();
    require(slot, SlotState.EMPTY);
  }

  private void require(int slot, SlotState state) {
    SlotState found = controller.slot(id(slot)).orElseThrow().state();
    if (found != state) {
      throw new IllegalStateException(
          "slot %d is %s, not %s: %s"
              .formatted(slot, found, state, controller.recentEvents().getLast().line()));
    }
  }

  /** Gives back what the guest writes to its pages: the address and a constant of the guest's. */
  private static final class Echo implements IoHandler {
    private long constant;

    @Override
    public long read(long offset, int width) {
      return (AREA + offset) ^ constant;
    }

    @Override
    public void write(long offset, int width, long value) {
      constant = (AREA + offset) ^ value;
    }
  }
}
