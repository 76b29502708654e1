package org.memslot.bios.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memslot.bios.acpi.layout.Layouts.bit;
import static org.memslot.bios.acpi.layout.Layouts.bits;
import static org.memslot.bios.acpi.layout.Layouts.table;
import static org.memslot.bios.acpi.layout.Layouts.u16;
import static org.memslot.bios.acpi.layout.Layouts.u32;
import static org.memslot.bios.acpi.layout.Layouts.u64;
import static org.memslot.bios.acpi.layout.Layouts.u8;
import static org.memslot.bios.acpi.layout.Layouts.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.acpi.AcpiStructure;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.acpi.Srat;
import org.memslot.bios.acpi.SratEntry;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.layout.FlagView;
import org.memslot.bios.acpi.layout.TableLayout;
import org.memslot.bios.acpi.layout.TableText;
import org.memslot.bios.acpi.layout.TableView;
import org.memslot.bios.firmware.BuiltInFirmware;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.firmware.Platform;
import org.memslot.bios.linker.LinkerCommand;
import org.memslot.bios.linker.LinkerScript;
import org.memslot.bios.smbios.SmbiosEntryPoint;
import org.memslot.bios.smbios.SmbiosInventory;
import org.memslot.bios.smbios.SmbiosTable;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** The examples in the package documentation of this module. */
class PackageExamplesTest {
  private static final SlotInformation HOT1 =
      new SlotInformation(AddressRange.of(4L << 30, 512 << 20), 0);

  @Test
  void bootsAMachineWithAPopulatedSlot() {
    AddressSpace memory = AddressSpace.memory("memory");
    AddressSpace ports = AddressSpace.ports("ports");
    memory.change(edit -> edit.add(0, RamRegion.create("ram", 512 << 20)));
    // snippet firmware
    FwCfg fwCfg = new FwCfg(memory);
    ports.change(fwCfg::attach);

    SlotInformation hot1 = new SlotInformation(AddressRange.of(4L << 30, 512 << 20), 0);
    E820Map map =
        E820Map.EMPTY
            .add(AddressRange.of(0, 512 << 20), E820Type.RAM)
            .add(hot1.range(), E820Type.RAM); // the slot is populated
    ParavirtInformation slots = new ParavirtInformation(List.of(0), List.of(), List.of(hot1));
    MachineInformation.builder(map).paravirt(slots).build().publish(fwCfg);

    Platform platform =
        new Platform(
            List.of(new MemoryDevices()),
            Fadt.builder(3, TableOrigin.OURS).build(),
            List.of(new MadtEntry.IoApic(0, 0xfec0_0000L, 0)));
    FirmwareResult installed = new BuiltInFirmware(memory, ports, platform).run();
    // end snippet
    assertThat(installed.table("SRAT")).isPresent();
  }

  @Test
  void encodesAndDecodesATable() {
    // snippet table
    Srat srat =
        new Srat(
            1,
            TableOrigin.OURS,
            List.of(
                new SratEntry.ProcessorAffinity(0, 0, SratEntry.ENABLED, 0, 0),
                new SratEntry.MemoryAffinity(
                    0, 0x1_0000_0000L, 512 << 20, SratEntry.ENABLED | SratEntry.HOT_PLUGGABLE)));
    ByteList bytes = srat.encode(); // length and checksum are filled in
    Srat decoded = Srat.decode(bytes); // equal to srat
    AcpiStructure any = AcpiTables.decode(bytes); // selects the decoder by signature
    // end snippet
    assertThat(decoded).isEqualTo(srat).isEqualTo(any);
  }

  @Test
  void showsTheFieldsOfATable() {
    ByteBuffer bgrt = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
    bgrt.put("BGRT".getBytes(StandardCharsets.US_ASCII)).putInt(56).put((byte) 1);
    bgrt.putShort(36, (short) 1).put(38, (byte) 1).putLong(40, 0x8a1c_3018L);
    ByteList bytes = ByteList.of(bgrt.array());
    // snippet view
    TableView view = AcpiTables.view("BGRT.dat", bytes);
    OptionalLong address = view.number("Image Address"); // 0x8a1c3018
    List<FlagView> flags = view.field("Status").orElseThrow().flags(); // Displayed = 1, ...
    List<Finding> findings = view.findings(); // a wrong checksum, bytes behind the last field, ...
    String listing = TableText.print(view); // in the form of iasl
    // end snippet
    assertThat(address).hasValue(0x8a1c_3018L);
    assertThat(flags.getFirst().name()).isEqualTo("Displayed");
    assertThat(findings).extracting(finding -> finding.rule().id()).contains("table-checksum");
    assertThat(listing).contains("Image Address : 000000008A1C3018");
  }

  @Test
  void describesATable() {
    // snippet layout
    TableLayout layout =
        table(
                "BGRT",
                "Boot Graphics Resource Table",
                "ACPI 6.5, section 5.2.23",
                u16("Version"),
                u8("Status", bit(0, "Displayed"), bits(1, 2, "Orientation Offset")),
                u8("Image Type", value(0, "Bitmap")),
                u64("Image Address"),
                u32("Image OffsetX"),
                u32("Image OffsetY"))
            .revisions(1);
    // end snippet
    assertThat(layout.signature()).isEqualTo("BGRT");
  }

  @Test
  void encodesALinkerScript() {
    FwCfg fwCfg = new FwCfg(AddressSpace.memory("memory"));
    // snippet linker
    LinkerScript script =
        new LinkerScript(
            List.of(
                new LinkerCommand.Allocate("etc/acpi/rsdp", 16, LinkerCommand.Zone.FSEG),
                new LinkerCommand.Allocate("etc/acpi/tables", 64, LinkerCommand.Zone.HIGH),
                new LinkerCommand.AddPointer("etc/acpi/rsdp", "etc/acpi/tables", 16, 4),
                new LinkerCommand.AddChecksum("etc/acpi/rsdp", 8, 0, 20)));
    fwCfg.addFile(LinkerScript.FILE, script.encode());
    // end snippet
    assertThat(LinkerScript.decode(script.encode())).isEqualTo(script);
  }

  @Test
  void describesTheMachineToAnInventory() {
    MachineInformation machine =
        MachineInformation.builder(E820Map.EMPTY.add(AddressRange.of(0, 512 << 20), E820Type.RAM))
            .paravirt(new ParavirtInformation(List.of(0), List.of(), List.of(HOT1)))
            .build();
    long address = 0xe_0000;
    // snippet smbios
    Set<Integer> populated = Set.of(0); // slot 0 has memory
    ByteList table = SmbiosTable.encode(SmbiosInventory.of(machine, populated));
    ByteList entryPoint = new SmbiosEntryPoint(3, 0, table.length(), address).encode();
    // end snippet
    assertThat(SmbiosTable.decode(table)).isEqualTo(SmbiosInventory.of(machine, populated));
    assertThat(SmbiosEntryPoint.decode(entryPoint).table()).isEqualTo(address);
  }
}
