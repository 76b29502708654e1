package org.memslot.bios.smbios;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.memslot.aml.ByteList;
import org.memslot.bios.AnonymousArea;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.smbios.SmbiosStructure.BiosInformation;
import org.memslot.bios.smbios.SmbiosStructure.EndOfTable;
import org.memslot.bios.smbios.SmbiosStructure.MemoryArrayMappedAddress;
import org.memslot.bios.smbios.SmbiosStructure.MemoryDevice;
import org.memslot.bios.smbios.SmbiosStructure.MemoryDeviceMappedAddress;
import org.memslot.bios.smbios.SmbiosStructure.PhysicalMemoryArray;
import org.memslot.bios.smbios.SmbiosStructure.SystemBootInformation;
import org.memslot.bios.smbios.SmbiosStructure.SystemInformation;
import org.memslot.machine.AddressRange;

/**
 * A machine's structures: one memory array, a device for boot memory and one for each slot, empty
 * where the slot is, and where each device's memory lies. A slot's device has the name of its ACPI
 * device, and its node for a bank.
 */
public final class SmbiosInventory {
  private static final int BIOS = 0x0000;
  private static final int SYSTEM = 0x0100;
  private static final int ARRAY = 0x1000;
  private static final int DEVICES = 0x2000;
  private static final int MAPPED_ARRAYS = 0x4000;
  private static final int MAPPED_DEVICES = 0x6000;
  private static final int BOOT = 0x7e00;
  private static final int END = 0x7f00;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final ByteList NO_UUID = ByteList.of(new byte[SystemInformation.UUID_SIZE]);

  private final MachineInformation machine;
  private final Set<Integer> populated;
  private final List<SmbiosStructure> devices = new ArrayList<>();
  private final List<SmbiosStructure> mappedArrays = new ArrayList<>();
  private final List<SmbiosStructure> mappedDevices = new ArrayList<>();

  private SmbiosInventory(MachineInformation machine, Set<Integer> populated) {
    this.machine = machine;
    this.populated = populated;
  }

  /**
   * The structures, in the order of their types.
   *
   * @param populated the numbers of the slots that have memory
   */
  public static List<SmbiosStructure> of(MachineInformation machine, Set<Integer> populated) {
    return new SmbiosInventory(machine, populated).structures();
  }

  private List<SmbiosStructure> structures() {
    long capacity = bootMemory();
    List<SlotInformation> slots = machine.paravirt().slots();
    device(capacity, "boot memory", "");
    machine.bootMemory().forEach(range -> mapped(range, DEVICES));
    for (int slot = 0; slot < slots.size(); slot++) {
      AddressRange range = slots.get(slot).range();
      boolean full = populated.contains(slot);
      int handle = device(full ? range.length() : 0, name(slot), "node " + slots.get(slot).node());
      if (full) {
        mapped(range, handle);
      }
      capacity += range.length();
    }
    for (int slot = slots.size(); slot < machine.slotCount(); slot++) {
      device(0, name(slot), "");
    }
    capacity += machine.anonymous().map(AnonymousArea::range).map(AddressRange::length).orElse(0L);

    List<SmbiosStructure> all = new ArrayList<>();
    all.add(new BiosInformation(BIOS, "memslot", "1", "01/01/2026"));
    all.add(new SystemInformation(SYSTEM, "memslot", "PC with memory slots", NO_UUID));
    all.add(new PhysicalMemoryArray(ARRAY, capacity, devices.size()));
    all.addAll(devices);
    all.addAll(mappedArrays);
    all.addAll(mappedDevices);
    all.add(new SystemBootInformation(BOOT));
    all.add(new EndOfTable(END));
    return List.copyOf(all);
  }

  private long bootMemory() {
    return machine.bootMemory().stream().mapToLong(AddressRange::length).sum();
  }

  private static String name(int slot) {
    return slot < 0x100 ? "MP" + HEX.toHexDigits(slot, 2) : "M" + HEX.toHexDigits(slot, 3);
  }

  private int device(long bytes, String locator, String bank) {
    int handle = DEVICES + devices.size();
    devices.add(new MemoryDevice(handle, ARRAY, bytes >>> 20, locator, bank));
    return handle;
  }

  private void mapped(AddressRange range, int device) {
    int array = MAPPED_ARRAYS + mappedArrays.size();
    mappedArrays.add(new MemoryArrayMappedAddress(array, range, ARRAY));
    mappedDevices.add(
        new MemoryDeviceMappedAddress(MAPPED_DEVICES + mappedDevices.size(), range, device, array));
  }
}
