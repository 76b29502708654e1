package org.memslot.bios.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.FwCfg;
import org.memslot.bios.FwCfgClient;
import org.memslot.bios.GuestE820;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.linker.LinkedFile;
import org.memslot.bios.linker.LinkerCommand;
import org.memslot.bios.linker.LinkerHost;
import org.memslot.bios.linker.LinkerInterpreter;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The firmware that runs at reset when no BIOS image does. It is made for one {@link Platform}, as
 * a BIOS image is; what differs between machines it reads through fw_cfg's ports, what it makes it
 * writes to guest memory.
 *
 * <table>
 * <caption>What it leaves in memory</caption>
 * <tr><td>0x500</td><td>the {@link GuestE820} block</td></tr>
 * <tr><td>0xF0000</td><td>the root pointer, the entry point of SMBIOS</td></tr>
 * <tr><td>highest page of RAM below 4 GiB</td><td>the FACS; ACPI NVS in e820</td></tr>
 * <tr><td>pages below it</td><td>all other tables; ACPI data in e820</td></tr>
 * <tr><td>pages below those</td><td>the SMBIOS table; reserved in e820</td></tr>
 * </table>
 *
 * The guest's e820 map has the last 1 KiB below 0xA0000 reserved for a BIOS's data, and 0xF0000 to
 * 0xFFFFF; 0xA0000 to 0xEFFFF is in no entry, as on any PC.
 */
public final class BuiltInFirmware {
  private static final Logger LOG = LoggerFactory.getLogger(BuiltInFirmware.class);

  /** The area for what an operating system scans for. */
  private static final AddressRange SCANNED = new AddressRange(0xf_0000, 0xf_ffff);

  private static final AddressRange BIOS_DATA = new AddressRange(0x9_fc00, 0x9_ffff);

  private static final long PAGE = 4096;

  private final AddressSpace memory;
  private final AddressSpace ports;
  private final Platform platform;

  /**
   * @param memory the guest's memory
   * @param ports the guest's I/O ports, with a {@link FwCfg} on them
   * @param platform the board that it is made for
   */
  public BuiltInFirmware(AddressSpace memory, AddressSpace ports, Platform platform) {
    this.memory = memory;
    this.ports = ports;
    this.platform = platform;
  }

  /**
   * Runs: reads the {@link MachineInformation}, builds and places the tables, leaves the {@link
   * GuestE820} block.
   *
   * @throws FirmwareDataException if fw_cfg holds something malformed
   * @throws FirmwareLimitException if it asks for more than the tables can say, or there is no RAM
   *     at 1 MiB
   * @throws org.memslot.bios.linker.LinkerException if RAM below 4 GiB is too small for the tables
   * @throws org.memslot.machine.MemoryAccessException if there is no RAM where the map says so
   */
  public FirmwareResult run() {
    MachineInformation machine = MachineInformation.read(new FwCfgClient(ports));
    FirmwareFiles files = FirmwareFiles.of(machine, platform);
    Placement placement = new Placement(files, lowMemory(machine));
    List<LinkedFile> linked = LinkerInterpreter.run(files.script(), placement);

    E820Map guest = guestMemory(machine, linked);
    ByteList block = GuestE820.encode(guest);
    linked.forEach(file -> write(file.address(), file.content()));
    write(GuestE820.ADDRESS, block);

    FirmwareResult result =
        new FirmwareResult(
            installed(files, linked), machine.memory(), guest, machine.enabledSlots());
    LOG.debug("firmware placed {} tables", result.tables().size());
    return result;
  }

  /**
   * The RAM that begins at 1 MiB, which tables lie at the end of: as far as it is no slot's, whose
   * memory may go.
   */
  private static AddressRange lowMemory(MachineInformation machine) {
    long start = SCANNED.last() + 1;
    return machine.memory().entries().stream()
        .filter(entry -> entry.type().equals(E820Type.RAM) && entry.range().contains(start))
        .map(entry -> new AddressRange(start, Math.min(entry.range().last(), fixedEnd(machine))))
        .findFirst()
        .orElseThrow(
            () ->
                new FirmwareLimitException(
                    "RAM from 1 MiB on", 1, 0, "tables lie there; give the machine 2 MiB or more"));
  }

  /** The last address below 4 GiB before the first slot. */
  private static long fixedEnd(MachineInformation machine) {
    return machine.paravirt().slots().stream()
            .mapToLong(slot -> slot.range().first())
            .filter(first -> SCANNED.last() + 1 < first)
            .reduce(1L << 32, Math::min)
        - 1;
  }

  private static E820Map guestMemory(MachineInformation machine, List<LinkedFile> linked) {
    E820Map map =
        machine.memory().carve(GuestE820.UPPER_MEMORY).reserve(SCANNED).reserve(BIOS_DATA);
    for (LinkedFile file : linked) {
      if (!SCANNED.contains(file.address())) {
        map = map.set(pages(file), type(file.name()));
      }
    }
    return map.merged();
  }

  /** What an operating system may do with a file's pages once it has read them. */
  private static E820Type type(String file) {
    return switch (file) {
      case FirmwareFiles.FACS_FILE -> E820Type.NVS;
      case FirmwareFiles.SMBIOS_FILE -> E820Type.RESERVED;
      default -> E820Type.ACPI;
    };
  }

  private static AddressRange pages(LinkedFile file) {
    return AddressRange.of(file.address(), roundUp(file.content().length(), PAGE));
  }

  private static long roundUp(long value, long unit) {
    return (value + unit - 1) / unit * unit;
  }

  private void write(long address, ByteList content) {
    memory.checked().write(address, content.toArray(), 0, content.length());
  }

  private static List<InstalledTable> installed(FirmwareFiles files, List<LinkedFile> linked) {
    List<InstalledTable> tables = new ArrayList<>();
    for (FirmwareFiles.Place place : files.places()) {
      for (LinkedFile file : linked) {
        if (file.name().equals(place.file())) {
          tables.add(
              new InstalledTable(
                  place.name(),
                  file.address() + place.offset(),
                  file.content().slice(place.offset(), place.length())));
        }
      }
    }
    return tables;
  }

  /** Gives out whole pages from the end of low RAM downwards, and 16-byte units from 0xF0000 on. */
  private static final class Placement implements LinkerHost {
    private final FirmwareFiles files;
    private final AddressRange low;
    private long highEnd;
    private long scannedNext = SCANNED.first();

    Placement(FirmwareFiles files, AddressRange low) {
      this.files = files;
      this.low = low;
      this.highEnd = low.last() + 1;
    }

    @Override
    public Optional<ByteList> file(String name) {
      return files.file(name);
    }

    @Override
    public Optional<Long> allocate(
        String file, int length, int alignment, LinkerCommand.Zone zone) {
      return switch (zone) {
        case HIGH -> allocateHigh(length, Math.max(PAGE, alignment));
        case FSEG -> allocateScanned(length, alignment);
      };
    }

    private Optional<Long> allocateHigh(int length, long alignment) {
      long address = (highEnd - roundUp(length, PAGE)) / alignment * alignment;
      if (address < low.first()) {
        return Optional.empty();
      }
      highEnd = address;
      return Optional.of(address);
    }

    private Optional<Long> allocateScanned(int length, int alignment) {
      long address = roundUp(scannedNext, alignment);
      if (address + length - 1 > SCANNED.last()) {
        return Optional.empty();
      }
      scannedNext = address + length;
      return Optional.of(address);
    }

    @Override
    public boolean write(String file, long offset, ByteList content) {
      return false;
    }
  }
}
