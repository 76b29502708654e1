package org.memslot.bios.acpi;

import java.util.List;
import org.memslot.aml.ByteList;

/** What is known of memory's speed (ACPI 6.5, section 5.2.28). */
public sealed interface HmatEntry {
  /** Writes the entry's fields in order. */
  void write(TableWriter out);

  /** Type and length of an entry of the HMAT. */
  private static void head(TableWriter out, int type, int length) {
    out.u16(type);
    out.reserved(2);
    out.u32(length);
  }

  /**
   * Memory Proximity Domain Attributes, type 0.
   *
   * @param flags bit 0: the initiator is valid
   * @param initiatorDomain the domain of processors that memory is attached to
   * @param memoryDomain the memory's domain
   */
  record ProximityDomainAttributes(int flags, long initiatorDomain, long memoryDomain)
      implements HmatEntry {
    static final int LENGTH = 40;

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public ProximityDomainAttributes {
      Fits.u16("Flags", flags);
      Fits.u32("Attached Initiator Proximity Domain", initiatorDomain);
      Fits.u32("Memory Proximity Domain", memoryDomain);
    }

    @Override
    public void write(TableWriter out) {
      head(out, 0, LENGTH);
      out.u16(flags);
      out.reserved(2);
      out.u32(initiatorDomain);
      out.u32(memoryDomain);
      out.reserved(20);
    }
  }

  /**
   * System Locality Latency and Bandwidth Information, type 1.
   *
   * @param flags which level of the memory hierarchy, 0 memory itself
   * @param dataType 0 access latency, 3 access bandwidth; 1, 2, 4, 5 of reads and writes
   * @param minimumTransfer bytes, as a power of two
   * @param unit of latency in picoseconds, of bandwidth in megabytes a second
   * @param initiators domains that access
   * @param targets domains that are accessed
   * @param values in units, a row for each initiator; 0xffff means unreachable
   */
  record LatencyAndBandwidth(
      int flags,
      int dataType,
      int minimumTransfer,
      long unit,
      List<Long> initiators,
      List<Long> targets,
      List<Integer> values)
      implements HmatEntry {
    static final int FIXED_LENGTH = 32;

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     * @throws IllegalArgumentException if the values are not a row for each initiator
     */
    public LatencyAndBandwidth {
      Fits.u8("Flags", flags);
      Fits.u8("Data Type", dataType);
      Fits.u8("Minimum Transfer Size", minimumTransfer);
      initiators = List.copyOf(initiators);
      targets = List.copyOf(targets);
      values = List.copyOf(values);
      initiators.forEach(domain -> Fits.u32("Initiator Proximity Domain", domain));
      targets.forEach(domain -> Fits.u32("Target Proximity Domain", domain));
      values.forEach(value -> Fits.u16("Entry", value));
      if (values.size() != initiators.size() * targets.size()) {
        throw new IllegalArgumentException(
            "HMAT: %d values for %d initiators and %d targets"
                .formatted(values.size(), initiators.size(), targets.size()));
      }
    }

    @Override
    public void write(TableWriter out) {
      int length = FIXED_LENGTH + 4 * (initiators.size() + targets.size()) + 2 * values.size();
      head(out, 1, length);
      out.u8(flags);
      out.u8(dataType);
      out.u8(minimumTransfer);
      out.reserved(1);
      out.u32(initiators.size());
      out.u32(targets.size());
      out.reserved(4);
      out.u64(unit);
      initiators.forEach(domain -> out.u32(domain));
      targets.forEach(domain -> out.u32(domain));
      values.forEach(value -> out.u16(value));
    }
  }

  /**
   * Memory Side Cache Information, type 2.
   *
   * @param memoryDomain the cached memory's domain
   * @param size bytes
   * @param attributes levels, associativity, write policy, line size
   * @param handles SMBIOS handles of the cache
   */
  record MemorySideCache(long memoryDomain, long size, long attributes, List<Integer> handles)
      implements HmatEntry {
    static final int FIXED_LENGTH = 32;

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public MemorySideCache {
      Fits.u32("Memory Proximity Domain", memoryDomain);
      Fits.u32("Cache Attributes", attributes);
      handles = List.copyOf(handles);
      handles.forEach(handle -> Fits.u16("SMBIOS Handle", handle));
    }

    @Override
    public void write(TableWriter out) {
      head(out, 2, FIXED_LENGTH + 2 * handles.size());
      out.u32(memoryDomain);
      out.reserved(4);
      out.u64(size);
      out.u32(attributes);
      out.reserved(2);
      out.u16(handles.size());
      handles.forEach(handle -> out.u16(handle));
    }
  }

  /**
   * An entry without fields of ours.
   *
   * @param type 0 to 0xffff
   * @param body what follows type and length
   */
  record Other(int type, ByteList body) implements HmatEntry {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public Other {
      Fits.u16("Structure Type", type);
    }

    @Override
    public void write(TableWriter out) {
      head(out, type, body.length() + 8);
      out.bytes(body);
    }
  }
}
