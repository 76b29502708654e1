package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * Fixed ACPI Description Table (ACPI 6.5, section 5.2.9; signature {@code FACP}), from ACPI 1.0
 * (revision 1, 116 bytes) to 6.5 (revision 6, 276 bytes). Fields that a revision does not have are
 * zero when read and left out when written.
 *
 * @param revision of the form
 * @param minorRevision from revision 5 on
 * @param origin who made it
 * @param facs guest-physical address of the FACS, 32 bits
 * @param dsdt guest-physical address of the DSDT, 32 bits
 * @param extendedFacs the FACS in 64 bits, from revision 3 on; 0 where {@code facs} says it
 * @param extendedDsdt the DSDT in 64 bits, from revision 3 on
 * @param model of interrupts; in revision 1 only
 * @param profile what kind of machine: 0 unspecified, 1 desktop, 4 enterprise server
 * @param sciInterrupt the system control interrupt
 * @param smi how the platform is switched to ACPI
 * @param hardware fixed register blocks
 * @param processors what processors can do to save power
 * @param rtc where in CMOS memory the clock has more than BCD time
 * @param bootFlags IA-PC boot architecture
 * @param flags fixed features
 * @param resetRegister written to reset the machine
 * @param resetValue what is written
 * @param armBootFlags ARM boot architecture
 * @param sleepControl register of hardware-reduced platforms, from revision 5 on
 * @param sleepStatus register of hardware-reduced platforms, from revision 5 on
 * @param hypervisorVendor identity, from revision 6 on
 */
public record Fadt(
    int revision,
    int minorRevision,
    TableOrigin origin,
    long facs,
    long dsdt,
    long extendedFacs,
    long extendedDsdt,
    int model,
    int profile,
    int sciInterrupt,
    SmiCommands smi,
    FixedHardware hardware,
    ProcessorPower processors,
    RtcIndexes rtc,
    int bootFlags,
    long flags,
    GenericAddress resetRegister,
    int resetValue,
    int armBootFlags,
    GenericAddress sleepControl,
    GenericAddress sleepStatus,
    long hypervisorVendor)
    implements AcpiTable {
  /** WBINVD works. */
  public static final long WBINVD = 1;

  /** All processors have C1. */
  public static final long PROC_C1 = 1 << 2;

  /** There is no fixed-hardware power button. */
  public static final long PWR_BUTTON = 1 << 4;

  /** There is no fixed-hardware sleep button. */
  public static final long SLP_BUTTON = 1 << 5;

  /** The clock can wake the machine from S4. */
  public static final long RTC_S4 = 1 << 7;

  /** The power management timer has 32 bits. */
  public static final long TMR_VAL_EXT = 1 << 8;

  /** The reset register works. */
  public static final long RESET_REG_SUP = 1 << 10;

  /** Boot architecture: there are devices of the ISA kind that the DSDT need not name. */
  public static final int LEGACY_DEVICES = 1;

  /** Boot architecture: there is no VGA to probe. */
  public static final int VGA_NOT_PRESENT = 1 << 2;

  /**
   * The switch to ACPI mode.
   *
   * @param port written to switch; 0 where the machine is always in ACPI mode
   * @param enable value that enables ACPI
   * @param disable value that disables it
   * @param s4Bios value that enters S4 by the BIOS
   * @param pState value by which the system takes over performance control
   * @param cState value by which the system says it knows _CST
   */
  public record SmiCommands(
      long port, int enable, int disable, int s4Bios, int pState, int cState) {
    /** Always in ACPI mode. */
    public static final SmiCommands NONE = new SmiCommands(0, 0, 0, 0, 0, 0);

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public SmiCommands {
      Fits.u32("SMI Command Port", port);
      Fits.u8("ACPI Enable Value", enable);
      Fits.u8("ACPI Disable Value", disable);
      Fits.u8("S4BIOS Command", s4Bios);
      Fits.u8("P-State Control", pState);
      Fits.u8("_CST Support", cState);
    }
  }

  /**
   * Latencies and caches.
   *
   * @param c2Latency microseconds; above 100 means there is no C2
   * @param c3Latency microseconds; above 1000 means there is no C3
   * @param flushSize bytes of cache to flush
   * @param flushStride bytes of a cache line
   * @param dutyOffset bit of the duty cycle
   * @param dutyWidth its bits
   */
  public record ProcessorPower(
      int c2Latency, int c3Latency, int flushSize, int flushStride, int dutyOffset, int dutyWidth) {
    /** Neither C2 nor C3, and no throttling. */
    public static final ProcessorPower C1_ONLY = new ProcessorPower(0xfff, 0xfff, 0, 0, 0, 0);

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public ProcessorPower {
      Fits.u16("C2 Latency", c2Latency);
      Fits.u16("C3 Latency", c3Latency);
      Fits.u16("CPU Cache Size", flushSize);
      Fits.u16("Cache Flush Stride", flushStride);
      Fits.u8("Duty Cycle Offset", dutyOffset);
      Fits.u8("Duty Cycle Width", dutyWidth);
    }
  }

  /**
   * Indexes into CMOS memory; 0 for none.
   *
   * @param dayAlarm day of the alarm
   * @param monthAlarm month of the alarm
   * @param century of the date
   */
  public record RtcIndexes(int dayAlarm, int monthAlarm, int century) {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public RtcIndexes {
      Fits.u8("RTC Day Alarm Index", dayAlarm);
      Fits.u8("RTC Month Alarm Index", monthAlarm);
      Fits.u8("RTC Century Index", century);
    }
  }

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Fadt {
    Fits.u8("Revision", revision);
    Fits.u8("FADT Minor Revision", minorRevision);
    Fits.u32("FACS Address", facs);
    Fits.u32("DSDT Address", dsdt);
    Fits.u8("Model", model);
    Fits.u8("PM Profile", profile);
    Fits.u16("SCI Interrupt", sciInterrupt);
    Fits.u16("Boot Flags", bootFlags);
    Fits.u32("Flags", flags);
    Fits.u8("Value to cause reset", resetValue);
    Fits.u16("ARM Flags", armBootFlags);
  }

  /** A builder of a table of that revision. */
  public static FadtBuilder builder(int revision, TableOrigin origin) {
    return new FadtBuilder(revision, origin);
  }

  /** A builder of this table, to change it. */
  public FadtBuilder toBuilder() {
    return new FadtBuilder(this);
  }

  @Override
  public String signature() {
    return "FACP";
  }

  /** The bytes of a table of that revision. */
  static int sizeOf(int revision) {
    return switch (revision) {
      case 0, 1 -> 116;
      case 2 -> 132;
      case 3, 4 -> 244;
      case 5 -> 268;
      default -> 276;
    };
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(facs);
    out.u32(dsdt);
    out.u8(model);
    out.u8(profile);
    out.u16(sciInterrupt);
    out.u32(smi.port);
    out.u8(smi.enable);
    out.u8(smi.disable);
    out.u8(smi.s4Bios);
    out.u8(smi.pState);
    hardware.writePorts(out);
    out.u8(smi.cState);
    out.u16(processors.c2Latency);
    out.u16(processors.c3Latency);
    out.u16(processors.flushSize);
    out.u16(processors.flushStride);
    out.u8(processors.dutyOffset);
    out.u8(processors.dutyWidth);
    out.u8(rtc.dayAlarm);
    out.u8(rtc.monthAlarm);
    out.u8(rtc.century);
    out.u16(bootFlags);
    out.reserved(1);
    out.u32(flags);
    writeLaterRevisions(out);
  }

  private void writeLaterRevisions(TableWriter out) {
    if (revision >= 2) {
      resetRegister.write(out);
      out.u8(resetValue);
      out.u16(armBootFlags);
      out.u8(minorRevision);
    }
    if (revision >= 3) {
      out.u64(extendedFacs);
      out.u64(extendedDsdt);
      hardware.writeExtended(out);
    }
    if (revision >= 5) {
      sleepControl.write(out);
      sleepStatus.write(out);
    }
    if (revision >= 6) {
      out.u64(hypervisorVendor);
    }
  }

  /**
   * Reads the table. What a later revision would have and this one is too short for reads as zero.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Fadt decode(ByteList content) {
    TableHead head = TableHead.read("FACP", content);
    TableReader in = head.body();
    long facs = in.u32("FACS Address");
    long dsdt = in.u32("DSDT Address");
    int model = in.u8("Model");
    int profile = in.u8("PM Profile");
    int sci = in.u16("SCI Interrupt");
    long smiPort = in.u32("SMI Command Port");
    int[] smi = {
      in.u8("ACPI Enable Value"),
      in.u8("ACPI Disable Value"),
      in.u8("S4BIOS Command"),
      in.u8("P-State Control")
    };
    FixedHardware hardware = FixedHardware.readPorts(in);
    SmiCommands commands =
        new SmiCommands(smiPort, smi[0], smi[1], smi[2], smi[3], in.u8("_CST Support"));
    ProcessorPower processors =
        new ProcessorPower(
            in.u16("C2 Latency"),
            in.u16("C3 Latency"),
            in.u16("CPU Cache Size"),
            in.u16("Cache Flush Stride"),
            in.u8("Duty Cycle Offset"),
            in.u8("Duty Cycle Width"));
    RtcIndexes rtc =
        new RtcIndexes(
            in.u8("RTC Day Alarm Index"),
            in.u8("RTC Month Alarm Index"),
            in.u8("RTC Century Index"));
    int bootFlags = in.u16("Boot Flags");
    in.skip("Reserved", 1);
    long flags = in.u32("Flags");
    boolean hasReset = head.revision() >= 2 && in.remaining() >= 16;
    GenericAddress resetRegister =
        hasReset ? GenericAddress.read(in, "Reset Register") : GenericAddress.NONE;
    int resetValue = hasReset ? in.u8("Value to cause reset") : 0;
    int armFlags = hasReset ? in.u16("ARM Flags") : 0;
    int minor = hasReset ? in.u8("FADT Minor Revision") : 0;
    boolean hasExtended = head.revision() >= 3 && in.remaining() >= 112;
    long extendedFacs = hasExtended ? in.u64("X FACS Address") : 0;
    long extendedDsdt = hasExtended ? in.u64("X DSDT Address") : 0;
    boolean hasSleep = head.revision() >= 5 && in.remaining() >= 96 + 24;
    FixedHardware all = hasExtended ? hardware.withExtended(in) : hardware;
    GenericAddress sleepControl =
        hasSleep ? GenericAddress.read(in, "Sleep Control Register") : GenericAddress.NONE;
    GenericAddress sleepStatus =
        hasSleep ? GenericAddress.read(in, "Sleep Status Register") : GenericAddress.NONE;
    boolean hasVendor = head.revision() >= 6 && in.remaining() >= 8;
    return builder(head.revision(), head.origin())
        .minorRevision(minor)
        .facs(facs)
        .dsdt(dsdt)
        .extendedFacs(extendedFacs)
        .extendedDsdt(extendedDsdt)
        .model(model)
        .profile(profile)
        .sciInterrupt(sci)
        .smi(commands)
        .hardware(all)
        .processors(processors)
        .rtc(rtc)
        .bootFlags(bootFlags)
        .flags(flags)
        .reset(resetRegister, resetValue)
        .armBootFlags(armFlags)
        .sleepControl(sleepControl)
        .sleepStatus(sleepStatus)
        .hypervisorVendor(hasVendor ? in.u64("Hypervisor ID") : 0)
        .build();
  }
}
