package org.memslot.aml.resource;

/**
 * Where an item of a template ends, as its head says.
 *
 * @param start offset of the item's first byte
 * @param end offset past its last
 */
record ItemHead(int start, int end) {
  private static final int LARGE_HEAD = 3;

  /** Reads the head at an offset that is inside the bytes. */
  static ItemHead read(byte[] bytes, int start) {
    if (start >= bytes.length) {
      throw new ResourceFormatException(start, "the template ends here without an end tag");
    }
    boolean large = bytes[start] < 0;
    if (large && bytes.length - start < LARGE_HEAD) {
      throw new ResourceFormatException(start, "the head of a large item is cut off");
    }
    int length =
        large
            ? LARGE_HEAD + ((bytes[start + 1] & 0xFF) | ((bytes[start + 2] & 0xFF) << 8))
            : 1 + (bytes[start] & 7);
    if (length > bytes.length - start) {
      throw new ResourceFormatException(
          start,
          "item 0x%02x of %d bytes does not fit in the %d left"
              .formatted(bytes[start], length, bytes.length - start));
    }
    return new ItemHead(start, start + length);
  }
}
