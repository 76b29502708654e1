package org.memslot.bios.smbios;

import org.memslot.machine.AddressRange;

/** A range in kilobytes of 32 bits, or a note that it is said in bytes elsewhere. */
final class MappedAddress {
  private static final long ELSEWHERE = 0xffff_ffffL;
  private static final long KILOBYTE = 1024;

  private MappedAddress() {}

  static boolean needsBytes(AddressRange range) {
    return range.first() % KILOBYTE != 0
        || range.last() % KILOBYTE != KILOBYTE - 1
        || range.last() >>> 10 >= ELSEWHERE;
  }

  static long first(AddressRange range) {
    return needsBytes(range) ? ELSEWHERE : range.first() >>> 10;
  }

  static long last(AddressRange range) {
    return needsBytes(range) ? ELSEWHERE : range.last() >>> 10;
  }
}
