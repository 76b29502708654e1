package org.memslot.hypervisor.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** An image's bytes, little-endian; a read past the end is a {@link BootImageException}. */
record ImageBytes(String name, ByteBuffer bytes) {
  ImageBytes {
    bytes = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  static ImageBytes of(String name, byte[] bytes) {
    return new ImageBytes(name, ByteBuffer.wrap(bytes));
  }

  long size() {
    return bytes.limit();
  }

  int u8(long offset) {
    return Byte.toUnsignedInt(bytes.get(at(offset, 1)));
  }

  int u16(long offset) {
    return Short.toUnsignedInt(bytes.getShort(at(offset, 2)));
  }

  long u32(long offset) {
    return Integer.toUnsignedLong(bytes.getInt(at(offset, 4)));
  }

  long u64(long offset) {
    return bytes.getLong(at(offset, 8));
  }

  /** A copy of a part. */
  byte[] part(long offset, long length) {
    if (length < 0 || length > size()) {
      throw new BootImageException(
          name,
          offset,
          String.format(Locale.ROOT, "0x%x bytes in an image of 0x%x", length, size()));
    }
    byte[] part = new byte[(int) length];
    bytes.get(at(offset, length), part);
    return part;
  }

  private int at(long offset, long length) {
    if (offset < 0 || offset > size() - length) {
      throw new BootImageException(
          name,
          offset,
          String.format(
              Locale.ROOT, "the image ends at 0x%x, before these %d bytes", size(), length));
    }
    return (int) offset;
  }
}
