package org.memslot.bios.smbios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;

/**
 * The 64-bit entry point, by which the table is found (DSP0134, section 5.2.2).
 *
 * @param major version of the specification
 * @param minor version
 * @param tableSize the most bytes that the table has
 * @param table its guest-physical address
 */
public record SmbiosEntryPoint(int major, int minor, long tableSize, long table) {
  /** What it begins with. */
  public static final String ANCHOR = "_SM3_";

  /** Its bytes. */
  public static final int SIZE = 24;

  /** Where it has the byte that makes it sum to zero. */
  public static final int CHECKSUM_OFFSET = 5;

  /** Where it has the table's address, a u64. */
  public static final int TABLE_OFFSET = 16;

  private static final String STRUCTURE = "SMBIOS entry point";
  private static final int LENGTH_OFFSET = 6;
  private static final int REVISION = 1;

  /**
   * @throws IllegalArgumentException if a version has more than a byte, or the size more than 32
   *     bits
   */
  public SmbiosEntryPoint {
    if ((major | minor) >>> 8 != 0 || tableSize >>> 32 != 0) {
      throw new IllegalArgumentException(
          "SMBIOS %d.%d of 0x%x bytes: versions are bytes, the size has 32 bits"
              .formatted(major, minor, tableSize));
    }
  }

  /** Its bytes, checksum included. */
  public ByteList encode() {
    byte[] content =
        ByteBuffer.allocate(SIZE)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(ANCHOR.getBytes(StandardCharsets.US_ASCII))
            .put((byte) 0)
            .put((byte) SIZE)
            .put((byte) major)
            .put((byte) minor)
            .put((byte) 0)
            .put((byte) REVISION)
            .put((byte) 0)
            .putInt((int) tableSize)
            .putLong(table)
            .array();
    content[CHECKSUM_OFFSET] = (byte) -sum(ByteList.of(content), SIZE);
    return ByteList.of(content);
  }

  /**
   * Reads it; what follows its end is ignored.
   *
   * @throws FirmwareDataException if it is none, or its checksum is wrong
   */
  public static SmbiosEntryPoint decode(ByteList content) {
    if (content.length() < SIZE
        || !content.slice(0, ANCHOR.length()).equals(ByteList.ascii(ANCHOR))) {
      throw new FirmwareDataException(STRUCTURE, 0, "does not begin with " + ANCHOR);
    }
    int length = content.get(LENGTH_OFFSET);
    if (length < SIZE || length > content.length()) {
      throw new FirmwareDataException(
          STRUCTURE, LENGTH_OFFSET, "length %d, there are %d".formatted(length, content.length()));
    }
    if (sum(content, length) != 0) {
      throw new FirmwareDataException(STRUCTURE, CHECKSUM_OFFSET, "the checksum is wrong");
    }
    ByteBuffer in = ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    return new SmbiosEntryPoint(
        content.get(7),
        content.get(8),
        Integer.toUnsignedLong(in.getInt(12)),
        in.getLong(TABLE_OFFSET));
  }

  private static int sum(ByteList content, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += content.get(i);
    }
    return sum & 0xff;
  }
}
