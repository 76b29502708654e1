package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/** What belongs to a proximity domain (ACPI 6.5, section 5.2.16). */
public sealed interface SratEntry {
  /** Flag of every entry: it counts. */
  int ENABLED = 1;

  /** Flag of memory: it may come and go while the system runs. */
  int HOT_PLUGGABLE = 2;

  /** Flag of memory: it keeps its content without power. */
  int NON_VOLATILE = 4;

  /** Writes the entry's fields in order. */
  void write(TableWriter out);

  /**
   * Processor Local APIC/SAPIC Affinity, type 0.
   *
   * @param domain 32 bits; tables of revision 1 have 8 of them
   * @param apicId 0 to 254
   * @param flags {@link #ENABLED}
   * @param sapicEid 0 on x86
   * @param clockDomain processors whose clocks run together
   */
  record ProcessorAffinity(long domain, int apicId, long flags, int sapicEid, long clockDomain)
      implements SratEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public ProcessorAffinity {
      Fits.u32("Proximity Domain", domain);
      Fits.u8("Apic ID", apicId);
      Fits.u32("Flags", flags);
      Fits.u8("Local Sapic EID", sapicEid);
      Fits.u32("Clock Domain", clockDomain);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 0, 16);
      out.u8((int) (domain & 0xff));
      out.u8(apicId);
      out.u32(flags);
      out.u8(sapicEid);
      out.u8((int) (domain >>> 8 & 0xff));
      out.u16((int) (domain >>> 16));
      out.u32(clockDomain);
    }
  }

  /**
   * Memory Affinity, type 1.
   *
   * @param domain 32 bits
   * @param base guest-physical
   * @param length bytes
   * @param flags {@link #ENABLED}, {@link #HOT_PLUGGABLE}, {@link #NON_VOLATILE}
   */
  record MemoryAffinity(long domain, long base, long length, long flags) implements SratEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public MemoryAffinity {
      Fits.u32("Proximity Domain", domain);
      Fits.u32("Flags", flags);
    }

    /** Whether the entry counts. */
    public boolean isEnabled() {
      return (flags & ENABLED) != 0;
    }

    /** Whether the memory may come and go. */
    public boolean isHotPluggable() {
      return (flags & HOT_PLUGGABLE) != 0;
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 1, 40);
      out.u32(domain);
      out.reserved(2);
      out.u64(base);
      out.u64(length);
      out.reserved(4);
      out.u32(flags);
      out.reserved(8);
    }
  }

  /**
   * Processor Local x2APIC Affinity, type 2.
   *
   * @param domain 32 bits
   * @param apicId 32 bits
   * @param flags {@link #ENABLED}
   * @param clockDomain processors whose clocks run together
   */
  record X2ApicAffinity(long domain, long apicId, long flags, long clockDomain)
      implements SratEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     */
    public X2ApicAffinity {
      Fits.u32("Proximity Domain", domain);
      Fits.u32("Apic ID", apicId);
      Fits.u32("Flags", flags);
      Fits.u32("Clock Domain", clockDomain);
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 2, 24);
      out.reserved(2);
      out.u32(domain);
      out.u32(apicId);
      out.u32(flags);
      out.u32(clockDomain);
      out.reserved(4);
    }
  }

  /**
   * Generic Initiator Affinity, type 5: a device that reads and writes memory as a processor does.
   *
   * @param handleType 0 an ACPI device, 1 a PCI device
   * @param domain 32 bits
   * @param handle 16 bytes that name the device
   * @param flags {@link #ENABLED}; bit 1: the device's accesses are coherent
   */
  record GenericInitiatorAffinity(int handleType, long domain, ByteList handle, long flags)
      implements SratEntry {
    /** Bytes of the handle. */
    public static final int HANDLE_SIZE = 16;

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
     * @throws IllegalArgumentException if the handle has not 16 bytes
     */
    public GenericInitiatorAffinity {
      Fits.u8("Device Handle Type", handleType);
      Fits.u32("Proximity Domain", domain);
      Fits.u32("Flags", flags);
      if (handle.length() != HANDLE_SIZE) {
        throw new IllegalArgumentException(
            "Device Handle of %d bytes, must be %d".formatted(handle.length(), HANDLE_SIZE));
      }
    }

    @Override
    public void write(TableWriter out) {
      SubtableHead.write(out, 5, 32);
      out.reserved(1);
      out.u8(handleType);
      out.u32(domain);
      out.bytes(handle);
      out.u32(flags);
      out.reserved(4);
    }
  }

  /**
   * An entry without fields of ours.
   *
   * @param type 0 to 255
   * @param body what follows type and length, at most 253 bytes
   */
  record Other(int type, ByteList body) implements SratEntry {
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
