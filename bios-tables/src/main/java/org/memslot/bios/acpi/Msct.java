package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * Maximum System Characteristics Table (ACPI 6.5, section 5.2.19): the most there may ever be, so
 * that an operating system prepares for what may be plugged.
 *
 * @param revision of the form
 * @param origin who made it
 * @param maxProximityDomain the highest domain number
 * @param maxClockDomain the highest clock domain number
 * @param maxAddress the highest guest-physical address
 * @param domains what may be in which domains
 */
public record Msct(
    int revision,
    TableOrigin origin,
    long maxProximityDomain,
    long maxClockDomain,
    long maxAddress,
    List<Domains> domains)
    implements AcpiTable {
  private static final int FIXED_SIZE = 56;
  private static final int DOMAINS_SIZE = 22;

  /**
   * The limits of a run of proximity domains.
   *
   * @param first domain
   * @param last domain
   * @param maxProcessors of each; 0 for none
   * @param maxMemory bytes of each; 0 for none
   */
  public record Domains(long first, long last, long maxProcessors, long maxMemory) {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public Domains {
      Fits.u32("Domain Range Start", first);
      Fits.u32("Domain Range End", last);
      Fits.u32("Processor Capacity", maxProcessors);
    }
  }

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Msct {
    Fits.u8("Revision", revision);
    Fits.u32("Max Proximity Domains", maxProximityDomain);
    Fits.u32("Max Clock Domains", maxClockDomain);
    domains = List.copyOf(domains);
  }

  @Override
  public String signature() {
    return "MSCT";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(FIXED_SIZE);
    out.u32(maxProximityDomain);
    out.u32(maxClockDomain);
    out.u64(maxAddress);
    for (Domains run : domains) {
      out.u8(1);
      out.u8(DOMAINS_SIZE);
      out.u32(run.first());
      out.u32(run.last());
      out.u32(run.maxProcessors());
      out.u64(run.maxMemory());
    }
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Msct decode(ByteList content) {
    TableHead head = TableHead.read("MSCT", content);
    TableReader in = head.body();
    long offset = in.u32("Proximity Offset");
    long maxProximityDomain = in.u32("Max Proximity Domains");
    long maxClockDomain = in.u32("Max Clock Domains");
    long maxAddress = in.u64("Max Physical Address");
    if (offset < FIXED_SIZE || offset - FIXED_SIZE > in.remaining()) {
      throw in.wrong(20, "Proximity Offset %d is outside the table".formatted(offset));
    }
    in.skip("Proximity Offset", (int) offset - FIXED_SIZE);
    List<Domains> domains = new ArrayList<>();
    while (in.hasMore()) {
      in.skip("Revision", 1);
      int length = in.u8("Length");
      if (length < DOMAINS_SIZE) {
        throw in.wrong(1, "Length %d, must be at least %d".formatted(length, DOMAINS_SIZE));
      }
      TableReader run = in.part("proximity domains", length - 2);
      domains.add(
          new Domains(
              run.u32("Domain Range Start"),
              run.u32("Domain Range End"),
              run.u32("Processor Capacity"),
              run.u64("Memory Capacity")));
    }
    return new Msct(
        head.revision(), head.origin(), maxProximityDomain, maxClockDomain, maxAddress, domains);
  }
}
