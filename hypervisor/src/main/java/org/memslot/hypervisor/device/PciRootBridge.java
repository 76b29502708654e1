package org.memslot.hypervisor.device;

import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.integer;

import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.common.primitives.UnsignedLong;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.AddressWidth;
import org.memslot.aml.resource.AddressWindow;
import org.memslot.aml.resource.IoDecode;
import org.memslot.aml.resource.IoPorts;
import org.memslot.aml.resource.MemoryAccess;
import org.memslot.aml.resource.MemoryCaching;
import org.memslot.aml.resource.MemoryRangeType;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.ResourceTemplateBuilder;
import org.memslot.aml.resource.ResourceUsage;
import org.memslot.aml.resource.Translation;
import org.memslot.aml.resource.WindowKind;
import org.memslot.bios.E820Entry;
import org.memslot.bios.GuestE820;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.DeviceAml;
import org.memslot.bios.range.UnsignedRanges;
import org.memslot.machine.AddressRange;

/**
 * The AML of the PCI root bridge, {@code \_SB.PCI0}: its bus numbers, I/O ports and memory windows.
 * The memory windows are the hole below 4 GiB without RAM and without slots: an operating system
 * may put devices anywhere in them.
 */
public final class PciRootBridge {
  /** The last byte that PCI devices may have below the interrupt controllers. */
  private static final AddressRange PCI_HOLE = new AddressRange(0, 0xfebf_ffffL);

  private static final AddressRange VGA = new AddressRange(0xa_0000, 0xb_ffff);

  private static final long IO_PORTS = 0x1_0000;

  private static final WindowKind REGISTERS =
      new WindowKind.Memory(
          MemoryCaching.NON_CACHEABLE,
          MemoryAccess.READ_WRITE,
          MemoryRangeType.MEMORY,
          Translation.STATIC);

  private PciRootBridge() {}

  /**
   * The bridge.
   *
   * @param configuration the ports of its own, which its windows leave out
   */
  static DeviceAml aml(MachineInformation machine, AddressRange configuration) {
    ResourceTemplate resources =
        ResourceTemplate.of(template -> windows(machine, configuration, template));
    return DeviceAml.in(
        DeviceAml.SYSTEM_BUS,
        system ->
            system.device(
                "PCI0",
                bridge -> {
                  bridge
                      .name("_HID", eisaId("PNP0A03"))
                      .name("_UID", integer(0))
                      .name("_BBN", integer(0));
                  if (machine.paravirt().nodeMemory().size() > 1) {
                    // Linux warns of a bus of which it does not know the node.
                    bridge.name("_PXM", integer(0));
                  }
                  bridge.name("_CRS", resources.toBuffer());
                }));
  }

  private static void windows(
      MachineInformation machine, AddressRange configuration, ResourceTemplateBuilder template) {
    long first = configuration.first();
    long after = configuration.last() + 1;
    template.window(AddressWidth.WORD, new WindowKind.BusNumber(), 0, 0x100);
    template.with(
        new IoPorts(IoDecode.DECODE_16, (int) first, (int) first, 1, (int) configuration.length()));
    template.window(AddressWidth.WORD, WindowKind.Io.ENTIRE, 0, first);
    template.window(AddressWidth.WORD, WindowKind.Io.ENTIRE, after, IO_PORTS - after);
    template.window(AddressWidth.DWORD, WindowKind.Memory.CACHEABLE, VGA.first(), VGA.length());
    for (AddressRange window : memoryWindows(machine)) {
      template.with(
          AddressSpace.of(
              AddressWidth.DWORD,
              REGISTERS,
              AddressWindow.fixed(ResourceUsage.PRODUCER, window.first(), window.length())));
    }
  }

  /**
   * The memory windows that {@code \_SB.PCI0._CRS} declares, but for VGA's, ascending: what below
   * the interrupt controllers is neither RAM nor a slot, from the first RAM's end on. There is none
   * above 4 GiB.
   */
  public static List<AddressRange> memoryWindows(MachineInformation machine) {
    RangeSet<UnsignedLong> free = TreeRangeSet.create();
    free.add(UnsignedRanges.of(PCI_HOLE));
    machine.memory().entries().forEach(entry -> free.remove(UnsignedRanges.of(entry.range())));
    machine.paravirt().slots().forEach(slot -> free.remove(UnsignedRanges.of(slot.range())));
    Optional<AddressRange> low =
        machine.memory().entries().stream().map(E820Entry::range).findFirst();
    long firstEnd = low.map(AddressRange::last).orElse(GuestE820.UPPER_MEMORY.last());
    return free.asRanges().stream()
        .map(UnsignedRanges::addresses)
        .filter(window -> Long.compareUnsigned(window.first(), firstEnd) > 0)
        .toList();
  }
}
