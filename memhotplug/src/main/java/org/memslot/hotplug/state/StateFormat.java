package org.memslot.hotplug.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The form of a state file, little-endian, in three parts.
 *
 * <ol>
 *   <li>A page of header: eight bytes {@code "memslot\0"}, u32 version, u32 zero, u64 length of the
 *       file, u64 position of the sections, zeros, and in the last four bytes the CRC-32C of all
 *       before.
 *   <li>The contents of memory: runs of pages that are not zero, one after the other, so that every
 *       page of memory is a page of the file and can be mapped.
 *   <li>Sections: u32 type, u32 length, payload, u32 CRC-32C of all before it in the section. The
 *       last is {@link #END}.
 * </ol>
 *
 * <p>Version 1 had the contents in sections, where they were no pages of the file.
 */
final class StateFormat {
  static final byte[] MAGIC = {'m', 'e', 'm', 's', 'l', 'o', 't', 0};
  static final int VERSION = 2;

  /** As much of the header as every version has. */
  static final int PREAMBLE = 16;

  static final int PAGE = 4096;
  static final int CHECKSUM = 4;
  static final int SECTION_HEADER = 8;

  /** Payload: u32 count, then each slot as {@link StateEncoding} writes it. */
  static final int SLOTS = 1;

  /** Payload: the register block's bytes. */
  static final int REGISTERS = 2;

  /** Payload: u64 status, u64 enable. */
  static final int GPE = 3;

  /** Payload: u16 length of the name, the name in UTF-8, the bytes. */
  static final int EXTRA = 4;

  /**
   * Payload: for each run of pages, in the order of slots, offsets and the file, u32 slot, u32
   * length in bytes, u64 offset in the slot's memory, u32 CRC-32C, u32 zero. A section has at most
   * {@link #MAX_RUNS}; there are as many sections as it takes.
   */
  static final int RUNS = 5;

  /** Payload: u64 count of sections before. */
  static final int END = 0xffff;

  static final int MAX_NAME = 0xffff;
  static final int RUN = 24;
  static final int MAX_RUNS = 1 << 16;
  static final int MAX_RUN = 1 << 20;
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
