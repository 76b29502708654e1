package org.memslot.bios.acpi;

/**
 * Builds a {@link Fadt}; what is not set is zero, or the value of a PC: SCI 9, always in ACPI mode,
 * no processor power states but C1. See {@link Fadt} for the fields.
 */
public final class FadtBuilder {
  private final int revision;
  private final TableOrigin origin;
  private int minorRevision;
  private long facs;
  private long dsdt;
  private long extendedFacs;
  private long extendedDsdt;
  private int model;
  private int profile;
  private int sciInterrupt = 9;
  private Fadt.SmiCommands smi = Fadt.SmiCommands.NONE;
  private FixedHardware hardware = FixedHardware.builder().build();
  private Fadt.ProcessorPower processors = Fadt.ProcessorPower.C1_ONLY;
  private Fadt.RtcIndexes rtc = new Fadt.RtcIndexes(0, 0, 0);
  private int bootFlags;
  private long flags;
  private int armBootFlags;
  private GenericAddress sleepControl = GenericAddress.NONE;
  private GenericAddress sleepStatus = GenericAddress.NONE;
  private long hypervisorVendor;
  private GenericAddress resetRegister = GenericAddress.NONE;
  private int resetValue;

  FadtBuilder(int revision, TableOrigin origin) {
    this.revision = revision;
    this.origin = origin;
  }

  FadtBuilder(Fadt table) {
    this(table.revision(), table.origin());
    minorRevision = table.minorRevision();
    facs = table.facs();
    dsdt = table.dsdt();
    extendedFacs = table.extendedFacs();
    extendedDsdt = table.extendedDsdt();
    model = table.model();
    profile = table.profile();
    sciInterrupt = table.sciInterrupt();
    smi = table.smi();
    hardware = table.hardware();
    processors = table.processors();
    rtc = table.rtc();
    bootFlags = table.bootFlags();
    flags = table.flags();
    armBootFlags = table.armBootFlags();
    sleepControl = table.sleepControl();
    sleepStatus = table.sleepStatus();
    hypervisorVendor = table.hypervisorVendor();
    resetRegister = table.resetRegister();
    resetValue = table.resetValue();
  }

  /** The minor revision, from revision 5 on. */
  public FadtBuilder minorRevision(int value) {
    minorRevision = value;
    return this;
  }

  /** Guest-physical address of the FACS, 32 bits. */
  public FadtBuilder facs(long value) {
    facs = value;
    return this;
  }

  /** Guest-physical address of the DSDT, 32 bits. */
  public FadtBuilder dsdt(long value) {
    dsdt = value;
    return this;
  }

  /** The FACS in 64 bits; 0 where {@link #facs} says it. */
  public FadtBuilder extendedFacs(long value) {
    extendedFacs = value;
    return this;
  }

  /** The DSDT in 64 bits. */
  public FadtBuilder extendedDsdt(long value) {
    extendedDsdt = value;
    return this;
  }

  /** The interrupt model; in revision 1 only. */
  public FadtBuilder model(int value) {
    model = value;
    return this;
  }

  /** What kind of machine: 0 unspecified, 1 desktop, 4 enterprise server. */
  public FadtBuilder profile(int value) {
    profile = value;
    return this;
  }

  /** The system control interrupt. */
  public FadtBuilder sciInterrupt(int value) {
    sciInterrupt = value;
    return this;
  }

  /** How the platform is switched to ACPI. */
  public FadtBuilder smi(Fadt.SmiCommands value) {
    smi = value;
    return this;
  }

  /** The fixed register blocks. */
  public FadtBuilder hardware(FixedHardware value) {
    hardware = value;
    return this;
  }

  /** What processors can do to save power. */
  public FadtBuilder processors(Fadt.ProcessorPower value) {
    processors = value;
    return this;
  }

  /** Where in CMOS memory the clock has more than BCD time. */
  public FadtBuilder rtc(Fadt.RtcIndexes value) {
    rtc = value;
    return this;
  }

  /** The IA-PC boot architecture. */
  public FadtBuilder bootFlags(int value) {
    bootFlags = value;
    return this;
  }

  /** The fixed features. */
  public FadtBuilder flags(long value) {
    flags = value;
    return this;
  }

  /** The ARM boot architecture. */
  public FadtBuilder armBootFlags(int value) {
    armBootFlags = value;
    return this;
  }

  /** A register of hardware-reduced platforms, from revision 5 on. */
  public FadtBuilder sleepControl(GenericAddress value) {
    sleepControl = value;
    return this;
  }

  /** A register of hardware-reduced platforms, from revision 5 on. */
  public FadtBuilder sleepStatus(GenericAddress value) {
    sleepStatus = value;
    return this;
  }

  /** The identity of the hypervisor, from revision 6 on. */
  public FadtBuilder hypervisorVendor(long value) {
    hypervisorVendor = value;
    return this;
  }

  /**
   * How the machine is reset, from revision 2 on.
   *
   * @param register written to reset the machine
   * @param value what is written
   */
  public FadtBuilder reset(GenericAddress register, int value) {
    resetRegister = register;
    resetValue = value;
    return this;
  }

  /**
   * The table.
   *
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Fadt build() {
    return new Fadt(
        revision,
        minorRevision,
        origin,
        facs,
        dsdt,
        extendedFacs,
        extendedDsdt,
        model,
        profile,
        sciInterrupt,
        smi,
        hardware,
        processors,
        rtc,
        bootFlags,
        flags,
        resetRegister,
        resetValue,
        armBootFlags,
        sleepControl,
        sleepStatus,
        hypervisorVendor);
  }
}
