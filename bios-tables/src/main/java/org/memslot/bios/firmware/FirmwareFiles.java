package org.memslot.bios.firmware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.AcpiTable;
import org.memslot.bios.acpi.Facs;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.Rsdp;
import org.memslot.bios.acpi.Rsdt;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.Xsdt;
import org.memslot.bios.linker.LinkerCommand;
import org.memslot.bios.linker.LinkerCommand.Zone;
import org.memslot.bios.linker.LinkerScript;
import org.memslot.bios.smbios.SmbiosEntryPoint;
import org.memslot.bios.smbios.SmbiosInventory;
import org.memslot.bios.smbios.SmbiosTable;

/**
 * A machine's tables as files that are not yet placed, and the script that places and links them.
 * Real firmware gets them by fw_cfg; the built-in firmware makes them itself and runs the same
 * script.
 *
 * <p>{@link #FACS_FILE} is apart from the other tables, so that firmware which knows the difference
 * can put it where the operating system never reclaims memory.
 *
 * @param facs the FACS
 * @param tables all tables but the root pointer and the FACS; pointers are offsets into the file
 * @param rsdp the root pointer
 * @param smbios the SMBIOS table
 * @param smbiosAnchor its entry point
 * @param script places and links them all
 * @param places which table is where in which file
 */
public record FirmwareFiles(
    ByteList facs,
    ByteList tables,
    ByteList rsdp,
    ByteList smbios,
    ByteList smbiosAnchor,
    LinkerScript script,
    List<Place> places) {
  /** The FACS. */
  public static final String FACS_FILE = "etc/acpi/facs";

  /** All other tables. */
  public static final String TABLES_FILE = "etc/acpi/tables";

  /** The root pointer. */
  public static final String RSDP_FILE = "etc/acpi/rsdp";

  /**
   * The SMBIOS table. SeaBIOS makes one of its own of {@code etc/smbios}, which a hypervisor may
   * have too; of the two an operating system prefers the one with the 64-bit entry point, this one.
   */
  public static final String SMBIOS_FILE = "etc/memslot/smbios-tables";

  /** The entry point of the SMBIOS table. */
  public static final String SMBIOS_ANCHOR_FILE = "etc/memslot/smbios-anchor";

  /** All files but the script. */
  public static final List<String> FILES =
      List.of(FACS_FILE, RSDP_FILE, TABLES_FILE, SMBIOS_ANCHOR_FILE, SMBIOS_FILE);

  /** Where the tables file wants its first byte: on a page, for the e820 entry to begin there. */
  private static final int TABLES_ALIGNMENT = 4096;

  private static final int TABLE_ALIGNMENT = 16;

  private static final int SMBIOS_MAJOR = 3;

  /**
   * A table in a file.
   *
   * @param name its signature, numbered from the second of a kind on; {@code RSDP}, {@code FACS}
   * @param file it is in
   * @param offset of its first byte
   * @param length its bytes
   */
  public record Place(String name, String file, int offset, int length) {}

  /** Copies the list. */
  public FirmwareFiles {
    places = List.copyOf(places);
  }

  /** The files for that machine. */
  public static FirmwareFiles of(MachineInformation machine, Platform platform) {
    return new Builder(machine, platform).build();
  }

  /** A file's content by name. */
  public Optional<ByteList> file(String name) {
    return switch (name) {
      case FACS_FILE -> Optional.of(facs);
      case TABLES_FILE -> Optional.of(tables);
      case RSDP_FILE -> Optional.of(rsdp);
      case SMBIOS_FILE -> Optional.of(smbios);
      case SMBIOS_ANCHOR_FILE -> Optional.of(smbiosAnchor);
      default -> Optional.empty();
    };
  }

  /** Puts the files and the script where real firmware looks for them. */
  public void publish(FwCfg fwCfg) {
    FILES.forEach(name -> fwCfg.addFile(name, file(name).orElseThrow()));
    fwCfg.addFile(LinkerScript.FILE, script.encode());
  }

  /** Lays the tables out one after the other and notes what the script must do to each. */
  private static final class Builder {
    private final MachineInformation machine;
    private final BoardTables board;
    private final List<LinkerCommand> commands = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<ByteList> contents = new ArrayList<>();
    private int end;

    Builder(MachineInformation machine, Platform platform) {
      this.machine = machine;
      this.board = new BoardTables(machine, platform);
    }

    FirmwareFiles build() {
      commands.add(new LinkerCommand.Allocate(FACS_FILE, TABLES_ALIGNMENT, Zone.HIGH));
      commands.add(new LinkerCommand.Allocate(TABLES_FILE, TABLES_ALIGNMENT, Zone.HIGH));
      commands.add(new LinkerCommand.Allocate(RSDP_FILE, TABLE_ALIGNMENT, Zone.FSEG));
      places.add(new Place("FACS", FACS_FILE, 0, Facs.SIZE));

      int dsdt = add(board.dsdt());
      List<Integer> listed = new ArrayList<>();
      listed.add(addFadt(dsdt));
      for (AcpiTable table : board.others()) {
        listed.add(add(table));
      }
      List<Long> pointers = listed.stream().map(Integer::longValue).toList();
      int rsdt = addRoot(new Rsdt(1, TableOrigin.OURS, pointers), 4, listed.size());
      int xsdt = addRoot(new Xsdt(1, TableOrigin.OURS, pointers), 8, listed.size());
      Rsdp rsdp = new Rsdp(2, TableOrigin.OURS.oemId(), rsdt, xsdt);
      addRsdp();
      ByteList smbios = SmbiosTable.encode(SmbiosInventory.of(machine, machine.enabledSlots()));
      addSmbios();
      return new FirmwareFiles(
          Facs.FRESH.encode(),
          tables(),
          rsdp.encode(),
          smbios,
          new SmbiosEntryPoint(SMBIOS_MAJOR, 0, smbios.length(), 0).encode(),
          new LinkerScript(commands),
          places);
    }

    private int add(AcpiTable table) {
      int offset = end;
      ByteList content = table.encode();
      int number = seen.merge(table.signature(), 1, Integer::sum);
      String name = number == 1 ? table.signature() : table.signature() + number;
      places.add(new Place(name, TABLES_FILE, offset, content.length()));
      contents.add(content);
      end = offset + (content.length() + TABLE_ALIGNMENT - 1) / TABLE_ALIGNMENT * TABLE_ALIGNMENT;
      return offset;
    }

    private int addFadt(int dsdt) {
      Fadt table = board.fadt(0, dsdt);
      int fadt = add(table);
      point(TABLES_FILE, FACS_FILE, fadt + 36, 4);
      point(TABLES_FILE, TABLES_FILE, fadt + 40, 4);
      point(TABLES_FILE, TABLES_FILE, fadt + 140, 8);
      checksum(TABLES_FILE, fadt, AcpiTable.CHECKSUM_OFFSET, table.encode().length());
      return fadt;
    }

    private int addRoot(AcpiTable root, int pointerSize, int count) {
      int offset = add(root);
      for (int i = 0; i < count; i++) {
        point(
            TABLES_FILE,
            TABLES_FILE,
            offset + AcpiTable.HEADER_SIZE + i * pointerSize,
            pointerSize);
      }
      checksum(
          TABLES_FILE,
          offset,
          AcpiTable.CHECKSUM_OFFSET,
          AcpiTable.HEADER_SIZE + count * pointerSize);
      return offset;
    }

    private void addRsdp() {
      places.addFirst(new Place("RSDP", RSDP_FILE, 0, Rsdp.SIZE_2_0));
      point(RSDP_FILE, TABLES_FILE, Rsdp.RSDT_OFFSET, 4);
      point(RSDP_FILE, TABLES_FILE, Rsdp.XSDT_OFFSET, 8);
      checksum(RSDP_FILE, 0, Rsdp.CHECKSUM_OFFSET, Rsdp.SIZE_1_0);
      checksum(RSDP_FILE, 0, Rsdp.EXTENDED_CHECKSUM_OFFSET, Rsdp.SIZE_2_0);
    }

    private void addSmbios() {
      commands.add(new LinkerCommand.Allocate(SMBIOS_FILE, TABLE_ALIGNMENT, Zone.HIGH));
      commands.add(new LinkerCommand.Allocate(SMBIOS_ANCHOR_FILE, TABLE_ALIGNMENT, Zone.FSEG));
      point(SMBIOS_ANCHOR_FILE, SMBIOS_FILE, SmbiosEntryPoint.TABLE_OFFSET, 8);
      checksum(SMBIOS_ANCHOR_FILE, 0, SmbiosEntryPoint.CHECKSUM_OFFSET, SmbiosEntryPoint.SIZE);
    }

    private void point(String target, String source, int offset, int size) {
      commands.add(new LinkerCommand.AddPointer(target, source, offset, size));
    }

    private void checksum(String file, int start, int at, int length) {
      commands.add(new LinkerCommand.AddChecksum(file, start + at, start, length));
    }

    private ByteList tables() {
      byte[] all = new byte[end];
      List<Place> placed =
          places.stream().filter(place -> place.file().equals(TABLES_FILE)).toList();
      for (int i = 0; i < placed.size(); i++) {
        contents.get(i).copy(0, all, placed.get(i).offset(), placed.get(i).length());
      }
      return ByteList.of(all);
    }
  }
}
