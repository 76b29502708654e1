package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.acpi.layout.TableRule;

/**
 * Root System Description Pointer (ACPI 6.5, section 5.2.5.3): what an operating system scans for,
 * on 16-byte boundaries between 0xE0000 and 0xFFFFF. In revision 0 (ACPI 1.0) it has 20 bytes, from
 * revision 2 on 36.
 *
 * @param revision 0, or 2 and above
 * @param oemId 6 characters
 * @param rsdtAddress guest-physical, 32 bits
 * @param xsdtAddress guest-physical; 0 in revision 0
 */
public record Rsdp(int revision, String oemId, long rsdtAddress, long xsdtAddress)
    implements AcpiStructure {
  /** Eight characters, the last a space. */
  public static final String SIGNATURE = "RSD PTR ";

  /** Bytes in revision 0, and what the first checksum covers in any. */
  public static final int SIZE_1_0 = 20;

  /** Bytes from revision 2 on. */
  public static final int SIZE_2_0 = 36;

  /** Where the checksum of the first 20 bytes is. */
  public static final int CHECKSUM_OFFSET = 8;

  /** Where the address of the RSDT is, u32. */
  public static final int RSDT_OFFSET = 16;

  /** Where the address of the XSDT is, u64. */
  public static final int XSDT_OFFSET = 24;

  /** Where the checksum of all 36 bytes is. */
  public static final int EXTENDED_CHECKSUM_OFFSET = 32;

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   * @throws IllegalArgumentException if there is an XSDT in revision 0, or the revision is 1
   */
  public Rsdp {
    Fits.u8("Revision", revision);
    Fits.u32("RSDT Address", rsdtAddress);
    oemId = new TableOrigin(oemId, "", 0, "", 0).oemId();
    if (revision == 1 || (revision == 0 && xsdtAddress != 0)) {
      throw new IllegalArgumentException(
          "RSDP revision %d with XSDT 0x%x: revision 0 has none, revision 1 does not exist"
              .formatted(revision, xsdtAddress));
    }
  }

  @Override
  public String signature() {
    return SIGNATURE;
  }

  private void write(TableWriter out, int checksum, int extendedChecksum) {
    out.text(SIGNATURE);
    out.u8(checksum);
    out.text(oemId);
    out.u8(revision);
    out.u32(rsdtAddress);
    if (revision > 0) {
      out.u32(SIZE_2_0);
      out.u64(xsdtAddress);
      out.u8(extendedChecksum);
      out.reserved(3);
    }
  }

  @Override
  public ByteList encode() {
    TableWriter out = new TableWriter();
    write(out, 0, 0);
    byte[] content = out.toArray();
    Checksum.set(content, CHECKSUM_OFFSET, 0, SIZE_1_0);
    if (revision > 0) {
      Checksum.set(content, EXTENDED_CHECKSUM_OFFSET, 0, SIZE_2_0);
    }
    return ByteList.of(content);
  }

  /**
   * Reads the pointer; checksums must be right, for without them any sixteen bytes might be one.
   *
   * @throws FirmwareDataException if the bytes are not one
   */
  public static Rsdp decode(ByteList content) {
    TableReader in = new TableReader("RSDP", content);
    if (!in.text("Signature", 8).equals(SIGNATURE)) {
      throw in.wrong(8, "Signature is not '" + SIGNATURE + "'");
    }
    in.skip("Checksum", 1);
    String oemId = in.text("Oem ID", 6);
    int revision = in.u8("Revision");
    long rsdt = in.u32("RSDT Address");
    checkSum(content, CHECKSUM_OFFSET, SIZE_1_0);
    if (revision == 0) {
      return new Rsdp(revision, oemId, rsdt, 0);
    }
    if (revision == 1) {
      throw in.wrong(5, "Revision 1 does not exist");
    }
    long length = in.u32("Length");
    if (length != SIZE_2_0) {
      throw in.wrong(4, "Length %d, must be %d".formatted(length, SIZE_2_0));
    }
    long xsdt = in.u64("XSDT Address");
    in.skip("Extended Checksum", 4);
    checkSum(content, EXTENDED_CHECKSUM_OFFSET, SIZE_2_0);
    return new Rsdp(revision, oemId, rsdt, xsdt);
  }

  private static void checkSum(ByteList content, int at, int length) {
    int sum = Checksum.sum(content, 0, length);
    if (sum != 0) {
      throw new FirmwareDataException(
          "RSDP", at, "checksum: %d bytes sum to 0x%02x, not 0".formatted(length, sum));
    }
  }

  /** Checks signature and checksums; see {@link TableKind#checks}. */
  static void check(TableLint lint) {
    lint.view()
        .field("Signature")
        .filter(signature -> !signature.value().equals("RSD PTR "))
        .ifPresent(
            signature ->
                lint.find(
                    TableRule.ROOT_POINTER_SIGNATURE, signature, "'" + signature.value() + "'"));
    checkSum(lint, "Checksum", Rsdp.SIZE_1_0);
    if (lint.view().number("Revision").orElse(0) >= 2) {
      checkSum(lint, "Extended Checksum", Rsdp.SIZE_2_0);
    }
  }

  private static void checkSum(TableLint lint, String field, int length) {
    int sum =
        lint.view().content().length() < length
            ? 0
            : Checksum.sum(lint.view().content(), 0, length);
    lint.view()
        .field(field)
        .filter(_ -> sum != 0)
        .ifPresent(
            at ->
                lint.find(
                    TableRule.ROOT_POINTER_CHECKSUM,
                    at,
                    length + " bytes sum to 0x" + Integer.toHexString(sum) + ", not 0"));
  }
}
