package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;

/** An image's bytes, little-endian; a read past the end is a {@link BootImageException}. */
record ImageBytes(String name, MemorySegment bytes) {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  long size() {
    return bytes.byteSize();
  }

  int u8(long offset) {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at(offset, 1)));
  }

  int u16(long offset) {
    return Short.toUnsignedInt(bytes.get(SHORT, at(offset, 2)));
  }

  long u32(long offset) {
    return Integer.toUnsignedLong(bytes.get(INT, at(offset, 4)));
  }

  long u64(long offset) {
    return bytes.get(LONG, at(offset, 8));
  }

  /** A part, read-only. */
  MemorySegment part(long offset, long length) {
    if (length < 0) {
      throw new BootImageException(name, offset, String.format(Locale.ROOT, "0x%x bytes", length));
    }
    return bytes.asSlice(at(offset, length), length).asReadOnly();
  }

  private long at(long offset, long length) {
    if (offset < 0 || offset > size() - length) {
      throw new BootImageException(
          name,
          offset,
          String.format(
              Locale.ROOT, "the image ends at 0x%x, before these %d bytes", size(), length));
    }
    return offset;
  }
}
