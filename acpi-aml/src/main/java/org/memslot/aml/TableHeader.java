package org.memslot.aml;

/**
 * The header of a definition block (ACPI 6.5, 5.2.6), without length and checksum, which follow
 * from the content.
 *
 * @param signature four characters: DSDT, SSDT, PSDT, OEMx
 * @param revision a byte; below 2 the block's integers have 32 bits, from 2 on 64
 * @param oemId at most six characters
 * @param oemTableId at most eight characters
 * @param oemRevision unsigned 32 bits
 * @param creatorId four characters: the compiler
 * @param creatorRevision unsigned 32 bits
 */
public record TableHeader(
    String signature,
    int revision,
    String oemId,
    String oemTableId,
    int oemRevision,
    String creatorId,
    int creatorRevision) {
  /** The length of a header in bytes. */
  public static final int LENGTH = 36;

  /**
   * Refuses texts that are too long or have characters that are no bytes; shorter ones are padded
   * with zero bytes.
   */
  public TableHeader {
    if (signature.length() != 4) {
      throw new InvalidTermException("signature", "\"" + signature + "\"", "four characters");
    }
    requireBytes("signature", signature, 4);
    InvalidTermException.requireByte("revision", revision);
    oemId = requireBytes("OEM id", oemId, 6);
    oemTableId = requireBytes("OEM table id", oemTableId, 8);
    creatorId = requireBytes("creator id", creatorId, 4);
  }

  /** Whether the block's integers have 32 bits rather than 64. */
  public boolean hasNarrowIntegers() {
    return revision < 2;
  }

  private static String requireBytes(String element, String text, int limit) {
    if (text.length() > limit) {
      throw new InvalidTermException(
          element, "\"" + text + "\"", "at most " + limit + " characters");
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) > 0xff) {
        throw new InvalidTermException(element, "\"" + text + "\"", "characters 0 to 255");
      }
    }
    return text.substring(0, end);
  }
}
