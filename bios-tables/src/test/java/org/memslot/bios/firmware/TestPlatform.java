package org.memslot.bios.firmware;

import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.integer;

import java.util.List;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.FixedHardware;
import org.memslot.bios.acpi.GenericAddress;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.bios.example.MemoryDevices;

/**
 * Boards for which a firmware can be made: a PC's fixed hardware, a PCI bus, and memory devices.
 */
public final class TestPlatform {
  /** A board with the registers of the 2012 series. */
  public static final Platform MEMSLOT = with(new MemoryDevices());

  private TestPlatform() {}

  /** A board with one device besides the PCI bus. */
  public static Platform with(Device device) {
    Fadt fadt =
        Fadt.builder(3, TableOrigin.OURS)
            .hardware(
                FixedHardware.builder()
                    .pm1aEvent(0x600, 4)
                    .pm1aControl(0x604, 2)
                    .pmTimer(0x608, 4)
                    .gpe0(0xafe0, 4)
                    .build())
            .rtc(new Fadt.RtcIndexes(0, 0, 0x32))
            .bootFlags(Fadt.LEGACY_DEVICES | Fadt.VGA_NOT_PRESENT)
            .flags(Fadt.WBINVD | Fadt.PROC_C1 | Fadt.SLP_BUTTON | Fadt.RESET_REG_SUP)
            .reset(GenericAddress.port(0xcf9, 1, 1), 6)
            .build();
    return new Platform(
        List.of(new PciBus(), device),
        fadt,
        List.of(
            new MadtEntry.IoApic(0, 0xfec0_0000L, 0),
            new MadtEntry.InterruptSourceOverride(0, 0, 2, MadtEntry.CONFORMS),
            new MadtEntry.InterruptSourceOverride(0, 9, 9, MadtEntry.ACTIVE_HIGH_LEVEL),
            new MadtEntry.LocalApicNmi(255, MadtEntry.CONFORMS, 1)));
  }

  private record PciBus() implements Device {
    @Override
    public String name() {
      return "pci";
    }

    @Override
    public List<Claim> claims() {
      return List.of();
    }

    @Override
    public DeviceAml aml(MachineInformation machine) {
      return DeviceAml.in(
          "_SB",
          system ->
              system.device(
                  "PCI0", bus -> bus.name("_HID", eisaId("PNP0A03")).name("_UID", integer(0))));
    }
  }
}
