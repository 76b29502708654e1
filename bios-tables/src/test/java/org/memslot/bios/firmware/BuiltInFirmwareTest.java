package org.memslot.bios.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.ByteList;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.GuestE820;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.ParavirtInformation.Layout;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.Facs;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.Madt;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.acpi.MemoryLint;
import org.memslot.bios.acpi.Msct;
import org.memslot.bios.acpi.Rsdp;
import org.memslot.bios.acpi.Rsdt;
import org.memslot.bios.acpi.Slit;
import org.memslot.bios.acpi.Srat;
import org.memslot.bios.acpi.SratEntry;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.acpi.Xsdt;
import org.memslot.bios.smbios.SmbiosEntryPoint;
import org.memslot.bios.smbios.SmbiosStructure;
import org.memslot.bios.smbios.SmbiosTable;
import org.memslot.machine.AddressRange;
import org.memslot.testing.ReferenceProgram;

class BuiltInFirmwareTest {
  @Test
  void anOperatingSystemFindsEveryTableFromTheRootPointerOn() {
    Board board = new Board(Board.machine(4, 2, 4, 1));
    FirmwareResult result = board.boot();
    Rsdp rsdp = scan(board);
    assertThat(rsdp.xsdtAddress()).isEqualTo(result.table("XSDT").orElseThrow().address());

    Xsdt xsdt = Xsdt.decode(table(board, rsdp.xsdtAddress()));
    Rsdt rsdt = Rsdt.decode(table(board, rsdp.rsdtAddress()));
    assertThat(xsdt.tables()).isEqualTo(rsdt.tables()).doesNotHaveDuplicates();
    for (long address : xsdt.tables()) {
      ByteList content = table(board, address);
      assertThat(TableLint.check("table", content)).isEmpty();
      assertThat(result.tables())
          .filteredOn(installed -> installed.address() == address)
          .singleElement()
          .satisfies(installed -> assertThat(installed.content()).isEqualTo(content));
    }
    Fadt fadt = Fadt.decode(table(board, xsdt.tables().getFirst()));
    assertThat(fadt.dsdt()).isEqualTo(fadt.extendedDsdt());
    assertThat(TableLint.check("DSDT", table(board, fadt.dsdt()))).isEmpty();
    assertThat(Facs.decode(board.read(fadt.facs(), Facs.SIZE))).isEqualTo(Facs.FRESH);
    assertThat(fadt.facs() % 64).isZero();
  }

  private static Rsdp scan(Board board) {
    return LongStream.iterate(0xe_0000, address -> address < 0x10_0000, address -> address + 16)
        .mapToObj(address -> board.read(address, Rsdp.SIZE_2_0))
        .filter(content -> content.slice(0, 8).equals(ByteList.ascii(Rsdp.SIGNATURE)))
        .map(Rsdp::decode)
        .findFirst()
        .orElseThrow();
  }

  private static ByteList table(Board board, long address) {
    byte[] length = board.read(address + 4, 4).toArray();
    return board.read(
        address, (length[0] & 0xff) | (length[1] & 0xff) << 8 | (length[2] & 0xff) << 16);
  }

  @Test
  void theGuestsMapIsMergedAndTheFirmwareKeepsItsPagesInIt() {
    Board board = new Board(Board.machine(1, 0, 4, 0, 1, 3));
    FirmwareResult result = board.boot();
    assertThat(result.guestMemory().toString())
        .isEqualTo(
            """
            0x0-0x9fbff RAM
            0x9fc00-0x9ffff reserved
            0xf0000-0xfffff reserved
            0x100000-0x3ffcfff RAM
            0x3ffd000-0x3ffdfff reserved
            0x3ffe000-0x3ffefff ACPI data
            0x3fff000-0x3ffffff ACPI NVS
            0x100000000-0x10fffffff RAM
            0x118000000-0x11fffffff RAM\
            """);
    assertThat(GuestE820.decode(board.read(GuestE820.ADDRESS, (int) GuestE820.RANGE.length())))
        .isEqualTo(result.guestMemory());
    assertThat(result.memory().entries()).hasSize(4);
    for (InstalledTable table : result.tables()) {
      AddressRange range = AddressRange.of(table.address(), table.content().length());
      assertThat(result.guestMemory().spans(range)).as(table.name()).isFalse();
      assertThat(board.read(table.address(), table.content().length()))
          .as(table.name())
          .isEqualTo(table.content());
    }
  }

  @Test
  void theSlotsAreInSmbiosAsMemoryDevices() {
    Board board = new Board(Board.machine(1, 0, 2, 1));
    board.boot();
    SmbiosEntryPoint entry =
        LongStream.iterate(0xf_0000, address -> address < 0x10_0000, address -> address + 16)
            .mapToObj(address -> board.read(address, SmbiosEntryPoint.SIZE))
            .filter(content -> content.slice(0, 5).equals(ByteList.ascii(SmbiosEntryPoint.ANCHOR)))
            .map(SmbiosEntryPoint::decode)
            .findFirst()
            .orElseThrow();
    assertThat(SmbiosTable.decode(board.read(entry.table(), (int) entry.tableSize())))
        .contains(
            new SmbiosStructure.MemoryDevice(0x2001, 0x1000, 0, "MP00", "node 0"),
            new SmbiosStructure.MemoryDevice(0x2002, 0x1000, 128, "MP01", "node 0"));
  }

  @Test
  void aSlotIsEnabledWhenOneRamEntrySpansIt() {
    assertThat(new Board(Board.machine(1, 0, 4, 0, 3)).boot().enabledSlots())
        .containsExactlyInAnyOrder(0, 3);
    assertThat(new Board(Board.machine(1, 0, 4)).boot().enabledSlots()).isEmpty();
  }

  @Test
  void sratHasProcessorsThenBootMemoryThenEverySlotAsHotPluggable() {
    FirmwareResult result = new Board(Board.machine(2, 2, 2)).boot();
    Srat srat = Srat.decode(result.table("SRAT").orElseThrow().content());
    assertThat(srat.entries())
        .containsExactly(
            new SratEntry.ProcessorAffinity(0, 0, 1, 0, 0),
            new SratEntry.ProcessorAffinity(1, 1, 1, 0, 0),
            new SratEntry.MemoryAffinity(0, 0, 0xa_0000, 1),
            new SratEntry.MemoryAffinity(0, 0x10_0000, 0x1f0_0000, 1),
            new SratEntry.MemoryAffinity(1, 0x200_0000, 0x200_0000, 1),
            new SratEntry.MemoryAffinity(0, 0x1_0000_0000L, 0x800_0000, 3),
            new SratEntry.MemoryAffinity(1, 0x1_0800_0000L, 0x800_0000, 3));
  }

  @ParameterizedTest
  @CsvSource({"1,0,0", "1,1,1", "4,2,16", "64,4,255", "255,1,0"})
  void tablesAgreeWithEachOther(int cpus, int nodes, int slots) {
    MachineInformation machine =
        Board.machine(cpus, nodes, slots, slots > 3 ? new int[] {3} : new int[0]);
    FirmwareResult result = new Board(machine).boot();
    for (InstalledTable table : result.tables()) {
      assertThat(TableLint.check(table.name(), table.content())).as(table.name()).isEmpty();
    }
    result
        .table("SRAT")
        .map(table -> Srat.decode(table.content()))
        .ifPresent(
            srat ->
                assertThat(
                        MemoryLint.check(
                            "SRAT", srat, result.guestMemory(), machine.paravirt().slots()))
                    .isEmpty());
    assertThat(result.table("SRAT").isPresent()).isEqualTo(nodes + slots > 0);
    assertThat(result.table("SLIT").isPresent()).isEqualTo(nodes > 1);
    Madt madt = Madt.decode(result.table("APIC").orElseThrow().content());
    assertThat(madt.entries()).filteredOn(MadtEntry.LocalApic.class::isInstance).hasSize(cpus);
  }

  @Test
  void whatMayBePluggedIsInMsctAndDistancesInSlit() {
    FirmwareResult result = new Board(Board.machine(2, 2, 2)).boot();
    Msct msct = Msct.decode(result.table("MSCT").orElseThrow().content());
    assertThat(msct.maxAddress()).isEqualTo(0x1_0fff_ffffL);
    assertThat(msct.domains())
        .containsExactly(
            new Msct.Domains(0, 0, 1, 0xa00_0000), new Msct.Domains(1, 1, 1, 0xa00_0000));
    assertThat(Slit.decode(result.table("SLIT").orElseThrow().content()).rows())
        .containsExactly(List.of(10, 20), List.of(20, 10));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void bothLayoutsOfTheSlotInformationGiveTheSameTables(Layout layout) {
    MachineInformation machine = Board.machine(3, 2, 5, 2);
    MachineInformation other =
        MachineInformation.builder(machine.memory())
            .presentCpus(machine.presentCpus())
            .paravirt(machine.paravirt())
            .layout(layout)
            .distances(machine.distances())
            .build();
    assertThat(new Board(other).boot().tables()).isEqualTo(new Board(machine).boot().tables());
  }

  @Test
  void memoryAboveFourGigabytesIsBootMemoryOfTheLastNodes() {
    E820Map map =
        E820Map.EMPTY
            .add(AddressRange.of(0, 64 << 20), E820Type.RAM)
            .add(AddressRange.of(4 * Board.G, 32 << 20), E820Type.RAM);
    MachineInformation machine =
        MachineInformation.builder(map)
            .paravirt(new ParavirtInformation(List.of(0), List.of(80L << 20, 16L << 20), List.of()))
            .build();
    Srat srat = Srat.decode(new Board(machine).boot().table("SRAT").orElseThrow().content());
    assertThat(srat.entries())
        .endsWith(
            new SratEntry.MemoryAffinity(0, 4 * Board.G, 16 << 20, 1),
            new SratEntry.MemoryAffinity(1, 4 * Board.G + (16 << 20), 16 << 20, 1));
  }

  @Test
  void whatTheTablesCannotSayIsRefusedWithTheReason() {
    assertThatThrownBy(() -> Board.machine(256, 0, 0))
        .isInstanceOf(FirmwareLimitException.class)
        .hasMessageContaining("local APIC");
  }

  @Test
  void malformedConfigurationIsRefusedNotBelieved() {
    Board board = new Board(Board.machine(1, 0, 0));
    board.fwCfg.addFile(MachineInformation.LAYOUT_FILE, ByteList.ascii("other"));
    assertThatThrownBy(board::boot)
        .isInstanceOf(FirmwareDataException.class)
        .hasMessageContaining("unknown word 'other'");
    board.fwCfg.addFile(MachineInformation.LAYOUT_FILE, ByteList.ascii("later"));
    board.fwCfg.addFile(MachineInformation.E820_FILE, ByteList.of(new byte[21]));
    assertThatThrownBy(board::boot).isInstanceOf(FirmwareDataException.class);
    board.fwCfg.addFile(MachineInformation.E820_FILE, ByteList.EMPTY);
    assertThatThrownBy(board::boot)
        .isInstanceOf(FirmwareLimitException.class)
        .hasMessageContaining("RAM from 1 MiB on");
  }

  @ParameterizedTest
  @CsvSource({"1,0,0", "3,2,2", "64,4,255"})
  void iaslReadsEveryTableWithoutRemark(int cpus, int nodes, int slots, @TempDir Path directory)
      throws IOException {
    ReferenceProgram iasl = ReferenceProgram.named("iasl");
    for (InstalledTable table : new Board(Board.machine(cpus, nodes, slots)).boot().tables()) {
      if (table.name().equals("RSDP")) {
        continue;
      }
      Files.write(directory.resolve(table.name() + ".aml"), table.content().toArray());
      String said = iasl.run(directory, "-d", table.name() + ".aml");
      assertThat(said).doesNotContain("Error", "Warning");
      boolean aml = table.name().equals("DSDT") || table.name().equals("SSDT");
      if (aml) {
        // iasl's own text loses what an External says of arguments; ours does not.
        String text = AslPrinter.print(AmlDecoder.decode(table.content().toArray()).table());
        Files.writeString(directory.resolve(table.name() + ".dsl"), text);
      }
      String compiled = iasl.run(directory, "-p", "again-" + table.name(), table.name() + ".dsl");
      // Without slots nothing uses the arguments of MTFY, on which iasl remarks.
      String clean = aml ? "0 Errors, 0 Warnings" : "0 Errors, 0 Warnings, 0 Remarks";
      assertThat(compiled).as(table.name()).contains(clean);
      ByteList again =
          ByteList.of(Files.readAllBytes(directory.resolve("again-" + table.name() + ".aml")));
      assertThat(withoutCompiler(again))
          .as(table.name())
          .isEqualTo(withoutCompiler(table.content()));
      assertThat(AcpiTables.decode(again)).isNotNull();
    }
  }

  /** iasl signs what it compiles: creator, and so the checksum, are its own. */
  private static ByteList withoutCompiler(ByteList table) {
    byte[] content = table.toArray();
    if (!table.slice(0, 4).equals(ByteList.ascii("FACS"))) {
      content[9] = 0;
      java.util.Arrays.fill(content, 28, 36, (byte) 0);
    }
    return ByteList.of(content);
  }
}
