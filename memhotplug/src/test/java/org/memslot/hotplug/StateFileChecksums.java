package org.memslot.hotplug;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Makes the checksums of a state file right again, as far as its sections can be followed. */
final class StateFileChecksums {
  private StateFileChecksums() {}

  static void correct(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int at = 16;
    while (at + 12 <= file.length) {
      long length = Integer.toUnsignedLong(buffer.getInt(at + 4));
      if (at + 12 + length > file.length) {
        return;
      }
      CRC32C checksum = new CRC32C();
      checksum.update(file, at, 8 + (int) length);
      buffer.putInt(at + 8 + (int) length, (int) checksum.getValue());
      at += 12 + (int) length;
    }
  }
}
