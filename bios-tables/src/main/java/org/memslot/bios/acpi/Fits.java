package org.memslot.bios.acpi;

import org.memslot.bios.FirmwareLimitException;

/** Checks, when a record is made, that a number fits the field it is for. */
final class Fits {
  private Fits() {}

  static void u8(String field, int value) {
    check(field, value, 0xff);
  }

  static void u16(String field, int value) {
    check(field, value, 0xffff);
  }

  static void u32(String field, long value) {
    check(field, value, 0xffff_ffffL);
  }

  private static void check(String field, long value, long most) {
    if (Long.compareUnsigned(value, most) > 0) {
      throw new FirmwareLimitException(field, value, most, "the table has no room for more");
    }
  }
}
