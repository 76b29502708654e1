package org.memslot.bios.smbios;

import static com.google.common.base.Preconditions.checkArgument;

import org.memslot.bios.FirmwareLimitException;

/** Checks, when a structure is made, that its values can be stored. */
final class Limits {
  private Limits() {}

  static void u16(String field, int value) {
    if (value >>> 16 != 0) {
      throw new FirmwareLimitException(field, value, 0xffff, "the structure has no room for more");
    }
  }

  /** The handle, and texts that must not have the byte that ends them. */
  static void check(int handle, String... texts) {
    u16("Handle", handle);
    for (String text : texts) {
      checkArgument(text.indexOf('\0') < 0, "SMBIOS text with a zero byte: '%s'", text);
    }
  }
}
