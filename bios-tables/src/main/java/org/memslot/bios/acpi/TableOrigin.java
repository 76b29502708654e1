package org.memslot.bios.acpi;

import org.memslot.aml.TableHeader;
import org.memslot.bios.FirmwareLimitException;

/**
 * Who made a table: the OEM and creator fields of the description header (ACPI 6.5, section 5.2.6).
 * Texts shorter than their field are padded with spaces.
 *
 * @param oemId 6 characters
 * @param oemTableId 8 characters
 * @param oemRevision unsigned 32 bits
 * @param creatorId 4 characters
 * @param creatorRevision unsigned 32 bits
 */
public record TableOrigin(
    String oemId, String oemTableId, long oemRevision, String creatorId, long creatorRevision) {
  /**
   * What our own tables say: OEM {@code MEMSLT}, table {@code MEMSLOT}. The SSDT of the memory
   * devices is {@code BXPC/CSSDT}, as the 2012 series had it; see {@link #MEMORY_SSDT}.
   */
  public static final TableOrigin OURS = new TableOrigin("MEMSLT", "MEMSLOT", 1, "MSLT", 1);

  /** What the SSDT of the memory devices says. */
  public static final TableOrigin MEMORY_SSDT = new TableOrigin("BXPC", "CSSDT", 1, "MSLT", 1);

  /**
   * @throws FirmwareLimitException if a text or number is too long for its field
   */
  public TableOrigin {
    oemId = pad("OEM ID", oemId, 6);
    oemTableId = pad("OEM Table ID", oemTableId, 8);
    creatorId = pad("Creator ID", creatorId, 4);
    Fits.u32("OEM Revision", oemRevision);
    Fits.u32("Creator Revision", creatorRevision);
  }

  private static String pad(String field, String text, int width) {
    if (text.length() > width || !text.chars().allMatch(c -> c <= 0xff)) {
      throw new FirmwareLimitException(
          "characters of " + field + " '" + text + "'",
          text.length(),
          width,
          "the header field has one byte a character");
    }
    return text + " ".repeat(width - text.length());
  }

  static TableOrigin read(TableReader in) {
    return new TableOrigin(
        in.text("OEM ID", 6),
        in.text("OEM Table ID", 8),
        in.u32("OEM Revision"),
        in.text("Creator ID", 4),
        in.u32("Creator Revision"));
  }

  void write(TableWriter out) {
    out.text(oemId);
    out.text(oemTableId);
    out.u32(oemRevision);
    out.text(creatorId);
    out.u32(creatorRevision);
  }

  /** The header of an AML table of this origin. */
  public TableHeader header(String signature, int revision) {
    return new TableHeader(
        signature,
        revision,
        oemId,
        oemTableId,
        (int) oemRevision,
        creatorId,
        (int) creatorRevision);
  }
}
