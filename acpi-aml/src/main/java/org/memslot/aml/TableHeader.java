package org.memslot.aml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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

  private static final int LENGTH_OFFSET = 4;
  private static final int CHECKSUM_OFFSET = 9;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;

  /** Multiplied by it, the top 16 bits of a word are the sum of its four. */
  private static final long FOUR_LANES = 0x0001_0001_0001_0001L;

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

  /** Puts the header, with length and checksum, into a table that is complete but for it. */
  void put(byte[] table) {
    putText(table, 0, signature());
    for (int i = 0; i < 4; i++) {
      table[LENGTH_OFFSET + i] = (byte) (table.length >>> (8 * i));
      table[24 + i] = (byte) (oemRevision() >>> (8 * i));
      table[32 + i] = (byte) (creatorRevision() >>> (8 * i));
    }
    table[8] = (byte) revision();
    putText(table, 10, oemId());
    putText(table, 16, oemTableId());
    putText(table, 28, creatorId());
    table[CHECKSUM_OFFSET] = (byte) -sum(table);
  }

  /** The sum of all bytes, each unsigned or signed: its low byte is the same. */
  private static int sum(byte[] bytes) {
    int whole = bytes.length & -Long.BYTES;
    int sum = 0;
    for (int i = 0; i < whole; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      long pairs = (word & EVEN_BYTES) + ((word >>> 8) & EVEN_BYTES);
      sum += (int) ((pairs * FOUR_LANES) >>> 48);
    }
    for (int i = whole; i < bytes.length; i++) {
      sum += bytes[i];
    }
    return sum;
  }

  private static void putText(byte[] table, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, table, offset, bytes.length);
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
