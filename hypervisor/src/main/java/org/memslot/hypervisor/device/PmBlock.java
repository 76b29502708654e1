package org.memslot.hypervisor.device;

import static org.memslot.aml.Asl.integer;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.TermListBuilder;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.FixedHardwareBuilder;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.InterruptLine;
import org.memslot.machine.LevelInterruptLine;

/**
 * The fixed power-management hardware (ACPI 6.5, section 4.8.3): PM1a event and control block, and
 * the power-management timer, as the FADT announces them. Soft off, S5, is the one sleep state.
 */
public final class PmBlock implements Device {
  /** The first port: PM1a event block, with the other blocks after it. */
  public static final int PORT = 0x600;

  /** The system control interrupt: level triggered, active high. */
  public static final int SCI = 9;

  private static final int EVENT_LENGTH = 4;
  private static final int CONTROL = PORT + 4;
  private static final int CONTROL_LENGTH = 2;
  private static final int TIMER = PORT + 8;
  private static final int TIMER_LENGTH = 4;

  /** The SLP_TYP of soft off. */
  private static final int S5 = 0;

  private final LevelInterruptLine sci;
  private final Pm1Block pm1;
  private final PmTimer timer;

  /**
   * Registers in their state after reset.
   *
   * @param sci the system control interrupt, which others may share
   * @param input this block's input of it
   * @param off called on the guest's thread when it turns the machine off
   * @param nanoTime what the timer counts by, in nanoseconds
   */
  public PmBlock(LevelInterruptLine sci, InterruptLine input, Runnable off, LongSupplier nanoTime) {
    this.sci = sci;
    pm1 = new Pm1Block(input, sleepType(off));
    timer = new PmTimer(nanoTime);
  }

  private static IntConsumer sleepType(Runnable off) {
    return type -> {
      if (type == S5) {
        off.run();
      }
    };
  }

  @Override
  public String name() {
    return "pm";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            PORT,
            new DeviceRegion(
                "pm1a-event", EVENT_LENGTH, pm1.events(), AccessWidths.handling(2, 2))),
        new Claim.Ports(
            CONTROL,
            new DeviceRegion(
                "pm1a-control", CONTROL_LENGTH, pm1.control(), AccessWidths.handling(2, 2))),
        new Claim.Ports(
            TIMER, new DeviceRegion("pm-timer", TIMER_LENGTH, timer, AccessWidths.handling(4, 4))),
        new Claim.Interrupt(SCI, sci));
  }

  @Override
  public void reset() {
    pm1.reset();
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    PackageObj softOff = PackageObj.of(integer(S5), integer(S5), integer(0), integer(0));
    return DeviceAml.of(TermListBuilder.of(root -> root.name("_S5", softOff)))
        .reserving(new AddressRange(PORT, TIMER + TIMER_LENGTH - 1));
  }

  /** The blocks for the FADT. */
  public static FixedHardwareBuilder describe(FixedHardwareBuilder hardware) {
    return hardware
        .pm1aEvent(PORT, EVENT_LENGTH)
        .pm1aControl(CONTROL, CONTROL_LENGTH)
        .pmTimer(TIMER, TIMER_LENGTH);
  }

  /** The user presses the power button. */
  public void pressPowerButton() {
    pm1.pressPowerButton();
  }

  /** True when the guest would hear of the power button. */
  public boolean powerButtonEnabled() {
    return pm1.powerButtonEnabled();
  }
}
