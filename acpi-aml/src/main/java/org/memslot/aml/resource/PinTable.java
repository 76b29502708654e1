package org.memslot.aml.resource;

import java.util.List;
import org.memslot.aml.ByteList;

/**
 * The variable part that GPIO and pin descriptors end with: pin numbers, names and vendor data,
 * each found by an offset in the fixed part. Offsets count from the descriptor's first byte; the
 * parts follow each other without gaps.
 */
final class PinTable {
  private PinTable() {}

  /** Checks pins and the length of a descriptor that has them. */
  static void check(
      String name, int fixedPart, List<Integer> pins, int texts, ByteList vendorData) {
    Checks.range(name + " pins", pins.size(), 1, 0x7FFF);
    Checks.words("_PIN", pins, 16);
    Checks.largeItem(name, fixedPart + 2L * pins.size() + texts + vendorData.length());
  }

  static int sizeOf(String text) {
    return text.length() + 1;
  }

  static String sharing(boolean shared) {
    return (shared ? Sharing.SHARED : Sharing.EXCLUSIVE).asl();
  }
}
