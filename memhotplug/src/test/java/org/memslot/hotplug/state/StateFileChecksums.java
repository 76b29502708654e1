package org.memslot.hotplug.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Makes the checksums of a state file right again, as far as its sections can be followed. */
final class StateFileChecksums {
  private static final int HEADER = 4096;
  private static final int SECTIONS_FIELD = 24;

  private StateFileChecksums() {}

  /** Where the sections of a file begin, as its header says. */
  static int sections(byte[] file) {
    long at = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(SECTIONS_FIELD);
    return (int) Math.max(0, Math.min(file.length, at));
  }

  static void correct(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(HEADER - 4, checksum(file, 0, HEADER - 4));
    int at = sections(file);
    while (at + 12 <= file.length) {
      long length = Integer.toUnsignedLong(buffer.getInt(at + 4));
      if (at + 12 + length > file.length) {
        return;
      }
      buffer.putInt(at + 8 + (int) length, checksum(file, at, 8 + (int) length));
      at += 12 + (int) length;
    }
  }

  private static int checksum(byte[] file, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(file, from, length);
    return (int) checksum.getValue();
  }
}
