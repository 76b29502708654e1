package org.memslot.hypervisor;

import java.util.List;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.FixedHardware;
import org.memslot.bios.acpi.GenericAddress;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.device.Device;
import org.memslot.bios.firmware.Platform;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hypervisor.device.CmosRtc;
import org.memslot.hypervisor.device.PciHost;
import org.memslot.hypervisor.device.PmBlock;

/**
 * What firmware is told of a {@link PcBoard} besides its devices' AML.
 *
 * <p>The I/O APIC has 24 inputs. Input 2 has the timer of KVM's interrupt controllers, 1 is the
 * keyboard's, 4 {@link org.memslot.hypervisor.device.Com1}'s, 8 the real-time clock's, 9 the SCI,
 * and {@link org.memslot.hypervisor.device.HpetBlock} has 20, 21 and 22. The PCI bus has no
 * interrupts. A device claims its inputs; two that claim one are refused.
 */
public final class PcPlatform {
  /** FADT revision 3 (ACPI 2.0), the newest that all operating systems interpret alike. */
  private static final int FADT_REVISION = 3;

  /** Registers of the I/O APIC, guest-physical; interrupt controllers belong to the processors. */
  private static final long IO_APIC = 0xfec0_0000L;

  /** What the reset register takes: a hard reset. */
  private static final int RESET_VALUE = 6;

  private PcPlatform() {}

  /** The platform of a PC with these devices, in the order of the DSDT. */
  public static Platform of(List<Device> devices) {
    return new Platform(devices, fadt(), interruptControllers());
  }

  private static Fadt fadt() {
    return Fadt.builder(FADT_REVISION, TableOrigin.OURS)
        .sciInterrupt(PmBlock.SCI)
        .hardware(
            PmBlock.describe(FixedHardware.builder()).gpe0(GpeBlock.PORT, GpeBlock.SIZE).build())
        .rtc(new Fadt.RtcIndexes(0, 0, CmosRtc.CENTURY))
        .bootFlags(Fadt.LEGACY_DEVICES | Fadt.VGA_NOT_PRESENT)
        .flags(Fadt.WBINVD | Fadt.PROC_C1 | Fadt.SLP_BUTTON | Fadt.RESET_REG_SUP)
        .reset(GenericAddress.port(PciHost.RESET_PORT, 1, 1), RESET_VALUE)
        .build();
  }

  /** The timer's interrupt 0 is at input 2, and the SCI is a level. */
  private static List<MadtEntry> interruptControllers() {
    return List.of(
        new MadtEntry.IoApic(0, IO_APIC, 0),
        new MadtEntry.InterruptSourceOverride(0, 0, 2, MadtEntry.CONFORMS),
        new MadtEntry.InterruptSourceOverride(
            0, PmBlock.SCI, PmBlock.SCI, MadtEntry.ACTIVE_HIGH_LEVEL),
        new MadtEntry.LocalApicNmi(255, MadtEntry.CONFORMS, 1));
  }
}
