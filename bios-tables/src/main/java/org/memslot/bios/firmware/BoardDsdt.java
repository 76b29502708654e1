package org.memslot.bios.firmware;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ByteList;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Device;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.NamespaceModifier.Scope;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;
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
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.PcPlatform;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.machine.AddressRange;

/**
 * The Differentiated System Description Table of our PC: processors, the PCI root bridge with what
 * hangs below it (clock, first serial port, the board's own ports), soft off, and what the hot-plug
 * interface needs of methods.
 *
 * <p>The bridge's memory windows are the hole below 4 GiB without RAM and without slots: an
 * operating system may put devices anywhere in them.
 */
public final class BoardDsdt {
  /** The last byte that PCI devices may have below the interrupt controllers. */
  private static final AddressRange PCI_HOLE = new AddressRange(0, 0xfebf_ffffL);

  private static final AddressRange VGA = new AddressRange(0xa_0000, 0xb_ffff);

  private static final WindowKind REGISTERS =
      new WindowKind.Memory(
          MemoryCaching.NON_CACHEABLE,
          MemoryAccess.READ_WRITE,
          MemoryRangeType.MEMORY,
          Translation.STATIC);

  private static final int REVISION = 2;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private BoardDsdt() {}

  /** The table for that machine. */
  public static AmlTable of(MachineInformation machine) {
    List<Term> system = new ArrayList<>();
    system.add(pciRoot(machine));
    for (int cpu = 0; cpu < machine.paravirt().cpuNodes().size(); cpu++) {
      system.add(processor(cpu, cpu < machine.presentCpus()));
    }
    List<Term> terms = new ArrayList<>();
    terms.add(new Scope(NameString.of("_SB"), system));
    terms.addAll(MemoryDeviceAml.dsdtTerms(machine));
    terms.add(softOff());
    return MemoryDeviceAml.declare(
        new AmlTable(header("DSDT", REVISION, TableOrigin.OURS), terms), machine);
  }

  static TableHeader header(String signature, int revision, TableOrigin origin) {
    return new TableHeader(
        signature,
        revision,
        origin.oemId(),
        origin.oemTableId(),
        (int) origin.oemRevision(),
        origin.creatorId(),
        (int) origin.creatorRevision());
  }

  private static Term softOff() {
    IntegerConst type = IntegerConst.of(PcPlatform.SLEEP_TYPE_S5);
    return name("_S5", PackageObj.of(type, type, IntegerConst.ZERO, IntegerConst.ZERO));
  }

  private static Term processor(int number, boolean present) {
    List<Term> terms = new ArrayList<>();
    terms.add(name("_HID", new StringConst("ACPI0007")));
    terms.add(name("_UID", IntegerConst.of(number)));
    if (!present) {
      terms.add(name("_STA", IntegerConst.ZERO));
    }
    return device("C" + HEX.toHexDigits(number, 3), terms);
  }

  private static Term pciRoot(MachineInformation machine) {
    List<Term> terms = new ArrayList<>();
    terms.add(name("_HID", eisaId("PNP0A03")));
    terms.add(name("_UID", IntegerConst.ZERO));
    terms.add(name("_BBN", IntegerConst.ZERO));
    if (machine.paravirt().nodeMemory().size() > 1) {
      // Linux warns of a bus of which it does not know the node.
      terms.add(name("_PXM", IntegerConst.ZERO));
    }
    terms.add(name("_CRS", resources(template -> pciWindows(machine, template))));
    terms.add(
        device(
            "RTC",
            List.of(
                name("_HID", eisaId("PNP0B00")),
                name(
                    "_CRS",
                    resources(
                        template ->
                            template.ioPorts(PcPlatform.RTC, 8).irq(PcPlatform.RTC_INTERRUPT))))));
    terms.add(
        device(
            "COM1",
            List.of(
                name("_HID", eisaId("PNP0501")),
                name("_UID", IntegerConst.ONE),
                name(
                    "_CRS",
                    resources(
                        template ->
                            template
                                .ioPorts(PcPlatform.COM1, 8)
                                .irq(PcPlatform.COM1_INTERRUPT))))));
    terms.add(
        device(
            "MBRD",
            List.of(
                name("_HID", eisaId("PNP0C02")),
                name("_CRS", resources(template -> boardPorts(machine, template))))));
    return device("PCI0", terms);
  }

  private static void boardPorts(MachineInformation machine, ResourceTemplateBuilder template) {
    template.ioPorts(
        PcPlatform.PM1A_EVENT,
        PcPlatform.PM_TIMER + PcPlatform.PM_TIMER_LENGTH - PcPlatform.PM1A_EVENT);
    template.ioPorts(PcPlatform.GPE0, PcPlatform.GPE0_LENGTH);
    template.ioPorts(FwCfg.SELECTOR_PORT, 12);
    MemoryDeviceAml.ports(machine, template);
  }

  private static void pciWindows(MachineInformation machine, ResourceTemplateBuilder template) {
    template.window(AddressWidth.WORD, new WindowKind.BusNumber(), 0, 0x100);
    template.with(new IoPorts(IoDecode.DECODE_16, 0xcf8, 0xcf8, 1, 8));
    template.window(AddressWidth.WORD, WindowKind.Io.ENTIRE, 0, 0xcf8);
    template.window(AddressWidth.WORD, WindowKind.Io.ENTIRE, 0xd00, 0xf300);
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
    E820Map free = E820Map.EMPTY.add(PCI_HOLE, E820Type.RESERVED);
    for (E820Entry entry : machine.memory().entries()) {
      free = free.carve(entry.range());
    }
    for (SlotInformation slot : machine.paravirt().slots()) {
      free = free.carve(slot.range());
    }
    Optional<AddressRange> low =
        machine.memory().entries().stream().map(E820Entry::range).findFirst();
    long firstEnd = low.map(AddressRange::last).orElse(PcPlatform.UPPER_MEMORY.last());
    return free.entries().stream()
        .map(E820Entry::range)
        .filter(window -> Long.compareUnsigned(window.first(), firstEnd) > 0)
        .toList();
  }

  private static Buffer resources(Consumer<ResourceTemplateBuilder> content) {
    byte[] bytes = ResourceTemplate.of(content).encode();
    return new Buffer(IntegerConst.of(bytes.length), ByteList.of(bytes));
  }

  private static Name name(String name, DataRefObject value) {
    return new Name(NameString.of(name), value);
  }

  private static Device device(String name, List<Term> terms) {
    return new Device(NameString.of(NameSeg.of(name)), terms);
  }

  /** A compressed EISA identity (ACPI 6.5, 19.3.4): three letters of five bits, four hex digits. */
  static IntegerConst eisaId(String id) {
    int value = 0;
    for (int i = 0; i < 3; i++) {
      value = value << 5 | (id.charAt(i) - '@');
    }
    value = value << 16 | Integer.parseInt(id.substring(3), 16);
    return IntegerConst.of(Integer.toUnsignedLong(Integer.reverseBytes(value)));
  }
}
