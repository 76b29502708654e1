package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * Firmware ACPI Control Structure (ACPI 6.5, section 5.2.10): memory that firmware and operating
 * system share. 64 bytes on a 64-byte boundary, in e820 as ACPI NVS; no checksum.
 *
 * @param hardwareSignature changes when the hardware does
 * @param wakingVector where to resume from S3, 32 bits
 * @param globalLock of firmware and operating system
 * @param flags bit 0 S4BIOS, bit 1 64-bit wake
 * @param extendedWakingVector where to resume from S3, 64 bits
 * @param version 0 for ACPI 1.0, 1 for 2.0, 2 from 4.0 on
 * @param ospmFlags what the operating system asks of the firmware
 */
public record Facs(
    long hardwareSignature,
    long wakingVector,
    long globalLock,
    long flags,
    long extendedWakingVector,
    int version,
    long ospmFlags)
    implements AcpiStructure {
  /** Its bytes, and the alignment it needs. */
  public static final int SIZE = 64;

  /** Nothing to resume, nobody holds the lock. */
  public static final Facs FRESH = new Facs(0, 0, 0, 0, 0, 1, 0);

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Facs {
    Fits.u32("Hardware Signature", hardwareSignature);
    Fits.u32("32 Firmware Waking Vector", wakingVector);
    Fits.u32("Global Lock", globalLock);
    Fits.u32("Flags", flags);
    Fits.u8("Version", version);
    Fits.u32("OspmFlags", ospmFlags);
  }

  @Override
  public String signature() {
    return "FACS";
  }

  private void write(TableWriter out) {
    out.text(signature());
    out.u32(SIZE);
    out.u32(hardwareSignature);
    out.u32(wakingVector);
    out.u32(globalLock);
    out.u32(flags);
    out.u64(extendedWakingVector);
    out.u8(version);
    out.reserved(3);
    out.u32(ospmFlags);
    out.reserved(24);
  }

  @Override
  public ByteList encode() {
    TableWriter out = new TableWriter();
    write(out);
    return ByteList.of(out.toArray());
  }

  /**
   * Reads the structure.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Facs decode(ByteList content) {
    TableReader in = new TableReader("FACS", content);
    if (!in.text("Signature", 4).equals("FACS")) {
      throw in.wrong(4, "Signature is not 'FACS'");
    }
    long length = in.u32("Length");
    if (length < SIZE || length > content.length()) {
      throw in.wrong(
          4, "Length %d: it has 64 bytes, and there are %d".formatted(length, content.length()));
    }
    long hardwareSignature = in.u32("Hardware Signature");
    long wakingVector = in.u32("32 Firmware Waking Vector");
    long globalLock = in.u32("Global Lock");
    long flags = in.u32("Flags");
    long extendedWakingVector = in.u64("64 Firmware Waking Vector");
    int version = in.u8("Version");
    in.skip("Reserved", 3);
    long ospmFlags = in.u32("OspmFlags");
    return new Facs(
        hardwareSignature,
        wakingVector,
        globalLock,
        flags,
        extendedWakingVector,
        version,
        ospmFlags);
  }
}
