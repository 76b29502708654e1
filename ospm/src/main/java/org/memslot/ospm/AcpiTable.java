package org.memslot.ospm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.memslot.aml.TableHeader;

/**
 * A table as it lies in memory, header included (ACPI 6.5, 5.2.6). Offsets are from its first byte.
 */
final class AcpiTable {
  private static final ValueLayout.OfShort U16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt U32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong U64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int OEM_ID = 10;
  private static final int OEM_TABLE_ID = 16;

  private final long address;
  private final byte[] bytes;
  private final MemorySegment segment;

  AcpiTable(long address, byte[] bytes) {
    this.address = address;
    this.bytes = bytes;
    this.segment = MemorySegment.ofArray(bytes);
  }

  /** Returns the guest-physical address. */
  long address() {
    return address;
  }

  int length() {
    return bytes.length;
  }

  byte[] toByteArray() {
    return bytes.clone();
  }

  String signature() {
    return text(0, Integer.BYTES);
  }

  /** Tells whether this is the table LoadTable asks for; an empty ID is any. */
  boolean is(String signature, String oemId, String oemTableId) {
    return bytes.length >= TableHeader.LENGTH
        && signature().equals(signature)
        && (oemId.isEmpty() || text(OEM_ID, 6).strip().equals(oemId.strip()))
        && (oemTableId.isEmpty() || text(OEM_TABLE_ID, 8).strip().equals(oemTableId.strip()));
  }

  private String text(int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1).replace("\0", " ");
  }

  /** Tells whether the table has this many bytes from the offset on. */
  boolean has(int offset, int length) {
    return offset + length <= bytes.length;
  }

  int u8(int offset) {
    return has(offset, 1) ? Byte.toUnsignedInt(bytes[offset]) : 0;
  }

  int u16(int offset) {
    return has(offset, Short.BYTES) ? Short.toUnsignedInt(segment.get(U16, offset)) : 0;
  }

  /** Reads an unsigned 32-bit number; what is past the end of the table reads as zero. */
  long u32(int offset) {
    return has(offset, Integer.BYTES) ? Integer.toUnsignedLong(segment.get(U32, offset)) : 0;
  }

  /** Reads a 64-bit number; what is past the end of the table reads as zero. */
  long u64(int offset) {
    return has(offset, Long.BYTES) ? segment.get(U64, offset) : 0;
  }
}
