package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.TableHeader;
import org.memslot.aml.memory.QemuMemoryHotplugAml;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.device.QemuHotplugDevice;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** QEMU's block on the memory bus of a platform without ports, with the AML for it. */
class RegistersInMemoryTest {
  private static final long REGISTERS = 0xfe00_0000L;

  @Test
  void aSlotComesAndGoes() {
    AddressSpace memory = AddressSpace.memory("memory");
    List<SlotPlan> plans = new ArrayList<>();
    for (int slot = 0; slot < 300; slot++) {
      AddressRange range = AddressRange.of((1L << 32) + ((long) slot << 27), 1 << 27);
      plans.add(new SlotPlan.Named("s" + slot, range, 3, false));
    }
    var controller =
        MemoryHotplugController.builder(
                memory, HotplugInterfaces.QEMU, new GpeBlock(new LevelInterruptLine("SCI")))
            .slots(plans)
            .build();
    DeviceRegion block = ((QemuHotplugDevice) controller.registers()).block();
    memory.change(change -> change.add(REGISTERS, block));
    List<String> notified = new ArrayList<>();
    AmlHost host =
        new AmlHost() {
          @Override
          public void onNotify(NamespaceNode node, long value) {
            notified.add(node + " " + value);
          }
        };
    var guest = new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT);
    guest.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(memory));
    guest.load(
        AmlTable.of(
                new TableHeader("DSDT", 2, "MEMSLT", "TEST", 1, "MSLT", 1),
                root ->
                    root.scope("_SB", sb -> sb.device("PCI0", pci -> {}))
                        .withAll(QemuMemoryHotplugAml.dsdtTermsInMemory(300, REGISTERS)))
            .encode());

    controller.add("s290");
    guest.evaluate("\\_GPE._E03");
    assertThat(guest.evaluate("\\_SB.MHPC.M122._STA")).contains(new AmlInteger(0xf));
    assertThat(guest.evaluate("\\_SB.MHPC.M122._PXM")).contains(new AmlInteger(3));
    guest.evaluate("\\_SB.MHPC.M122._OST", AmlInteger.ONE, AmlInteger.ZERO, AmlInteger.ZERO);
    assertThat(controller.slot("s290").orElseThrow().state()).isEqualTo(SlotState.ONLINE);
    controller.delete("s290");
    guest.evaluate("\\_GPE._E03");
    guest.evaluate("\\_SB.MHPC.M122._EJ0", AmlInteger.ONE);
    assertThat(controller.slot("s290").orElseThrow().state()).isEqualTo(SlotState.EMPTY);
    assertThat(notified).containsExactly("\\_SB_.MHPC.M122 1", "\\_SB_.MHPC.M122 3");
  }
}
