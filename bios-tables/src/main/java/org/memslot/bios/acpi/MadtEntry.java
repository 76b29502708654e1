package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/** An interrupt controller of the MADT (ACPI 6.5, section 5.2.12). */
public sealed interface MadtEntry {
  /** Bit of the flags of a processor: it may be used. */
  int ENABLED = 1;

  /** Bit of the flags of a processor: it may be enabled later. */
  int ONLINE_CAPABLE = 2;

  /** Interrupt flags: as the bus has it. */
  int CONFORMS = 0;

  /** Interrupt flags: active high, level triggered. */
  int ACTIVE_HIGH_LEVEL = 0xd;

  /** Writes the entry's fields in order. */
  void write(TableWriter out);

  /**
   * Processor Local APIC, type 0.
   *
   * @param processorUid as the processor's device or declaration in the DSDT
   * @param apicId 0 to 254
   * @param flags {@link #ENABLED}, {@link #ONLINE_CAPABLE}
   */
  record LocalApic(int processorUid, int apicId, long flags) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public LocalApic {
      Fits.u8("Processor ID", processorUid);
      Fits.u8("Local Apic ID", apicId);
      Fits.u32("Flags", flags);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 0, 8);
      out.u8(processorUid);
      out.u8(apicId);
      out.u32(flags);
    }
  }

  /**
   * I/O APIC, type 1.
   *
   * @param id of the APIC
   * @param address of its registers, 32 bits
   * @param interruptBase the number of its first input
   */
  record IoApic(int id, long address, long interruptBase) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public IoApic {
      Fits.u8("I/O Apic ID", id);
      Fits.u32("Address", address);
      Fits.u32("Interrupt", interruptBase);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 1, 12);
      out.u8(id);
      out.reserved(1);
      out.u32(address);
      out.u32(interruptBase);
    }
  }

  /**
   * Interrupt Source Override, type 2.
   *
   * @param bus 0, ISA
   * @param source the interrupt on that bus
   * @param interrupt the global number it has
   * @param flags polarity and trigger mode
   */
  record InterruptSourceOverride(int bus, int source, long interrupt, int flags)
      implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public InterruptSourceOverride {
      Fits.u8("Bus", bus);
      Fits.u8("Source", source);
      Fits.u32("Interrupt", interrupt);
      Fits.u16("Flags", flags);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 2, 10);
      out.u8(bus);
      out.u8(source);
      out.u32(interrupt);
      out.u16(flags);
    }
  }

  /**
   * NMI Source, type 3.
   *
   * @param flags polarity and trigger mode
   * @param interrupt the global number
   */
  record NmiSource(int flags, long interrupt) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public NmiSource {
      Fits.u16("Flags", flags);
      Fits.u32("Interrupt", interrupt);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 3, 8);
      out.u16(flags);
      out.u32(interrupt);
    }
  }

  /**
   * Local APIC NMI, type 4.
   *
   * @param processorUid 255 for all
   * @param flags polarity and trigger mode
   * @param lint the input, 0 or 1
   */
  record LocalApicNmi(int processorUid, int flags, int lint) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public LocalApicNmi {
      Fits.u8("Processor ID", processorUid);
      Fits.u16("Flags", flags);
      Fits.u8("Interrupt Input LINT", lint);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 4, 6);
      out.u8(processorUid);
      out.u16(flags);
      out.u8(lint);
    }
  }

  /**
   * Local APIC Address Override, type 5.
   *
   * @param address of the local APICs' registers, 64 bits
   */
  record LocalApicAddressOverride(long address) implements MadtEntry {
    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 5, 12);
      out.reserved(2);
      out.u64(address);
    }
  }

  /**
   * Processor Local x2APIC, type 9.
   *
   * @param apicId 32 bits
   * @param flags {@link #ENABLED}, {@link #ONLINE_CAPABLE}
   * @param processorUid as the processor's device in the DSDT
   */
  record LocalX2Apic(long apicId, long flags, long processorUid) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public LocalX2Apic {
      Fits.u32("Processor x2Apic ID", apicId);
      Fits.u32("Flags", flags);
      Fits.u32("Processor UID", processorUid);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 9, 16);
      out.reserved(2);
      out.u32(apicId);
      out.u32(flags);
      out.u32(processorUid);
    }
  }

  /**
   * Local x2APIC NMI, type 10.
   *
   * @param flags polarity and trigger mode
   * @param processorUid 0xffffffff for all
   * @param lint the input, 0 or 1
   */
  record LocalX2ApicNmi(int flags, long processorUid, int lint) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public LocalX2ApicNmi {
      Fits.u16("Flags", flags);
      Fits.u32("Processor UID", processorUid);
      Fits.u8("Interrupt Input LINT", lint);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 10, 12);
      out.u16(flags);
      out.u32(processorUid);
      out.u8(lint);
      out.reserved(3);
    }
  }

  /**
   * An entry without fields of ours.
   *
   * @param type 0 to 255
   * @param body what follows type and length, at most 253 bytes
   */
  record Other(int type, ByteList body) implements MadtEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public Other {
      Fits.u8("Subtable Type", type);
      Fits.u8("Length", body.length() + 2);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, type, body.length() + 2);
      out.bytes(body);
    }
  }
}
