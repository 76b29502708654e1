package org.memslot.aml.resource;

import java.util.List;

/** The range checks that the descriptors' constructors share. */
final class Checks {
  private static final int LONGEST_LARGE_ITEM = 0xFFFF;

  private Checks() {}

  static void unsigned(String field, long value, int bits) {
    if (bits < Long.SIZE && (value >>> bits) != 0) {
      throw new ResourceException(field, "0x%x does not fit in %d bits".formatted(value, bits));
    }
  }

  static void range(String field, int value, int first, int last) {
    if (value < first || value > last) {
      throw new ResourceException(field, "%d is not in %d..%d".formatted(value, first, last));
    }
  }

  static void words(String field, List<Integer> values, int bits) {
    for (int value : values) {
      unsigned(field, value & 0xFFFF_FFFFL, bits);
    }
  }

  /** Checks a string that AML and ASL both can hold: printable ASCII. */
  static void text(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E) {
        throw new ResourceException(
            field, "character 0x%x at index %d is not printable ASCII".formatted((int) c, i));
      }
    }
  }

  /** Checks that a large item's body, in bytes, fits the item's 16-bit length. */
  static void largeItem(String name, long length) {
    if (length > LONGEST_LARGE_ITEM) {
      throw new ResourceException(
          name, "%d bytes are more than a large item's %d".formatted(length, LONGEST_LARGE_ITEM));
    }
  }

  /** Checks the addresses of the descriptors that have an alignment (0 means 1). */
  static void alignedRange(long minimum, long maximum, long alignment) {
    if (minimum > maximum) {
      throw new ResourceException("_MIN", "0x%x is above _MAX 0x%x".formatted(minimum, maximum));
    }
    long step = Math.max(alignment, 1);
    if (minimum % step != 0) {
      throw new ResourceException(
          "_MIN", "0x%x is not a multiple of _ALN 0x%x".formatted(minimum, step));
    }
    if (maximum % step != 0) {
      throw new ResourceException(
          "_MAX", "0x%x is not a multiple of _ALN 0x%x".formatted(maximum, step));
    }
  }
}
