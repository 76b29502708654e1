package org.memslot.hotplug;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The form of a state file, little-endian. Eight bytes {@code "memslot\0"}, u32 version, u32 zero;
 * then sections: u32 type, u32 length, payload, u32 CRC-32C of all before it in the section. The
 * last section is {@link #END}: its payload is the u64 count of sections before it, so that a file
 * that lost its tail is known by it.
 */
final class StateFormat {
  static final byte[] MAGIC = {'m', 'e', 'm', 's', 'l', 'o', 't', 0};
  static final int VERSION = 1;
  static final int FILE_HEADER = 16;
  static final int SECTION_HEADER = 8;
  static final int CHECKSUM = 4;

  /** Payload: u32 count, then each slot as {@link StateEncoding} writes it. */
  static final int SLOTS = 1;

  /** Payload: the register block's bytes. */
  static final int REGISTERS = 2;

  /** Payload: u64 status, u64 enable. */
  static final int GPE = 3;

  /** Payload: u16 length of the name, the name in UTF-8, the bytes. */
  static final int EXTRA = 4;

  /**
   * Payload: u32 slot, u32 zero, u64 offset in the slot's memory, the bytes, a multiple of 4096.
   */
  static final int PAGES = 5;

  /** Payload: u64 count of sections before. */
  static final int END = 0xffff;

  static final int PAGE = 4096;
  static final int PAGES_HEADER = 16;
  static final int MAX_PAGES = 1 << 20;
  static final int MAX_PAYLOAD = 16 << 20;

  private StateFormat() {}

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int checksum(ByteBuffer... parts) {
    CRC32C checksum = new CRC32C();
    for (ByteBuffer part : parts) {
      checksum.update(part.duplicate());
    }
    return (int) checksum.getValue();
  }
}
