package org.memslot.bios.example;

import java.util.List;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.layout.TableText;
import org.memslot.bios.firmware.BuiltInFirmware;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.firmware.InstalledTable;
import org.memslot.bios.firmware.Platform;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** A machine of 64 MiB with one slot boots; its map and its tables are shown. */
public final class FirmwareExample {
  private FirmwareExample() {}

  /** Prints what the firmware made. */
  public static void main(String[] args) {
    System.out.print(show());
  }

  static String show() {
    StringBuilder out = new StringBuilder();
    // snippet
    AddressSpace memory = AddressSpace.memory("memory");
    AddressSpace ports = AddressSpace.ports("ports");
    FwCfg fwCfg = new FwCfg(memory);
    memory.change(edit -> edit.add(0, RamRegion.create("ram", 64 << 20)));
    ports.change(fwCfg::attach);

    E820Map map = E820Map.EMPTY.add(AddressRange.of(0, 64 << 20), E820Type.RAM);
    SlotInformation hot1 = new SlotInformation(AddressRange.of(4L << 30, 512 << 20), 0);
    ParavirtInformation slots = new ParavirtInformation(List.of(0), List.of(), List.of(hot1));
    MachineInformation.builder(map).paravirt(slots).build().publish(fwCfg);

    Platform platform =
        new Platform(
            List.of(new MemoryDevices()),
            Fadt.builder(3, TableOrigin.OURS).build(),
            List.of(new MadtEntry.IoApic(0, 0xfec0_0000L, 0)));
    FirmwareResult installed = new BuiltInFirmware(memory, ports, platform).run();
    out.append(installed.guestMemory()).append('\n');
    for (InstalledTable table : installed.tables()) {
      out.append("%s at 0x%x%n".formatted(table.name(), table.address()));
    }
    InstalledTable srat = installed.table("SRAT").orElseThrow();
    out.append(TableText.print(AcpiTables.view("SRAT", srat.content())));
    // end snippet
    return out.toString();
  }
}
