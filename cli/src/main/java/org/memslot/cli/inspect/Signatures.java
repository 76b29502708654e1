package org.memslot.cli.inspect;

import java.nio.charset.StandardCharsets;
import org.memslot.bios.acpi.TableKinds;

/** Tells tables from other bytes by their first bytes. */
final class Signatures {
  private static final int LENGTH = 4;
  private static final int LENGTH_OFFSET = 4;

  /** Offset and length of the OEM table id in a description header (ACPI 6.5, 5.2.6). */
  private static final int OEM_TABLE_ID = 16;

  private static final int OEM_TABLE_ID_LENGTH = 8;
  private static final int REVISION = 8;

  /** Bytes of a description header, the least that a table has (ACPI 6.5, 5.2.6). */
  private static final int HEADER = 36;

  /** Lengths beyond this are characters of a text. */
  private static final long LONGEST = 16 << 20;

  /** The root pointer, which has no length where tables have theirs (ACPI 6.5, 5.2.5.3). */
  private static final String ROOT_POINTER = "RSD ";

  private Signatures() {}

  /** The first four bytes as text, with {@code ?} for what is no printable character. */
  static String of(byte[] table) {
    return text(table, 0, Math.min(LENGTH, table.length));
  }

  /** The OEM table id without the padding, or nothing for a table without one. */
  static String oemTableId(byte[] table) {
    if (!hasHeader(table)) {
      return "";
    }
    int length = OEM_TABLE_ID_LENGTH;
    while (length > 0 && table[OEM_TABLE_ID + length - 1] == 0) {
      length--;
    }
    return text(table, OEM_TABLE_ID, length).strip();
  }

  /** True when the bytes have a header with a signature and a length that they can satisfy. */
  static boolean isTable(byte[] content) {
    if (!hasSignature(content)) {
      return false;
    }
    if (of(content).equals(ROOT_POINTER)) {
      return content.length >= 20 && text(content, 0, 8).equals("RSD PTR ");
    }
    if (content.length < HEADER) {
      return false;
    }
    long length = lengthOf(content);
    return length >= HEADER && length <= content.length;
  }

  /**
   * True when the bytes begin as a common table does but are not what their header says.
   *
   * @param named false when they may as well be something else, such as text that begins with
   *     {@code BOOT}; then the length in the header has to be possible
   */
  static boolean isDamagedTable(byte[] content, boolean named) {
    return TableKinds.STANDARD.find(of(content)).isPresent()
        && (named || (content.length >= HEADER && lengthOf(content) <= LONGEST));
  }

  /** The revision in a description header, or -1 for a table without one. */
  static int revision(byte[] table) {
    return hasHeader(table) ? table[REVISION] & 0xff : -1;
  }

  /** True for a table that begins with a description header and has all of it. */
  private static boolean hasHeader(byte[] table) {
    String signature = of(table);
    return table.length >= HEADER && !signature.equals("FACS") && !signature.equals(ROOT_POINTER);
  }

  private static long lengthOf(byte[] table) {
    return (table[LENGTH_OFFSET] & 0xffL)
        | (table[LENGTH_OFFSET + 1] & 0xffL) << 8
        | (table[LENGTH_OFFSET + 2] & 0xffL) << 16
        | (table[LENGTH_OFFSET + 3] & 0xffL) << 24;
  }

  /** Signatures are capitals, digits and a few signs; {@code ASF!}, {@code $H2O}, {@code WD__}. */
  private static boolean hasSignature(byte[] content) {
    if (content.length < LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!fits(content[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || " _!$#@".indexOf(b) >= 0;
  }

  private static String text(byte[] bytes, int offset, int length) {
    byte[] shown = new byte[length];
    for (int i = 0; i < length; i++) {
      byte b = bytes[offset + i];
      shown[i] = b >= ' ' && b <= '~' ? b : (byte) '?';
    }
    return new String(shown, StandardCharsets.US_ASCII);
  }
}
