package org.memslot.bios.firmware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.memslot.aml.ByteList;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.NumaDistances;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** Two buses with RAM and fw_cfg, as a board has them at reset. */
public final class Board {
  public static final long G = 1L << 30;

  public final AddressSpace memory = AddressSpace.memory("memory");
  public final AddressSpace ports = AddressSpace.ports("ports");
  public final FwCfg fwCfg = new FwCfg(memory);

  public Board(MachineInformation machine) {
    for (AddressRange range : machine.bootMemory()) {
      memory.change(
          edit -> edit.add(range.first(), RamRegion.create("ram " + range, range.length())));
    }
    ports.change(fwCfg::attach);
    machine.publish(fwCfg);
  }

  public FirmwareResult boot() {
    return new BuiltInFirmware(memory, ports, TestPlatform.MEMSLOT).run();
  }

  public ByteList read(long address, int length) {
    byte[] content = new byte[length];
    memory.checked().read(address, content, 0, length);
    return ByteList.of(content);
  }

  /** Slots of 128 MiB, side by side from 4 GiB on, of the nodes in turn. */
  public static List<SlotInformation> slots(int count, int nodes) {
    List<SlotInformation> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(
          new SlotInformation(
              AddressRange.of(4 * G + i * 0x800_0000L, 0x800_0000L), i % Math.max(1, nodes)));
    }
    return slots;
  }

  /** 64 MiB of boot memory shared by the nodes; the named slots are populated. */
  public static MachineInformation machine(int cpus, int nodes, int slots, int... populated) {
    long boot = 64 << 20;
    E820Map map = E820Map.EMPTY.add(AddressRange.of(0, boot), E820Type.RAM);
    List<SlotInformation> all = slots(slots, nodes);
    for (int slot : populated) {
      map = map.add(all.get(slot).range(), E820Type.RAM);
    }
    List<Integer> cpuNodes = new ArrayList<>();
    for (int cpu = 0; cpu < cpus; cpu++) {
      cpuNodes.add(cpu % Math.max(1, nodes));
    }
    return MachineInformation.builder(map)
        .presentCpus(cpus)
        .paravirt(
            new ParavirtInformation(
                cpuNodes, Collections.nCopies(nodes, boot / Math.max(1, nodes)), all))
        .distances(nodes > 1 ? NumaDistances.uniform(nodes, 20) : NumaDistances.UNSPECIFIED)
        .build();
  }
}
