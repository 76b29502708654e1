package org.memslot.bios;

import java.nio.charset.StandardCharsets;

/**
 * One entry of the fw_cfg directory.
 *
 * @param name 1 to 55 bytes of ASCII, such as {@code etc/e820}
 * @param key the selector value that gives its content
 * @param size its bytes
 */
public record FwCfgFile(String name, int key, long size) {
  /** The most bytes of a name: 56 with its terminator. */
  public static final int MAX_NAME = 55;

  /** The bytes of an entry in the directory. */
  public static final int ENTRY_SIZE = 64;

  /**
   * @throws FirmwareLimitException if the name is longer than {@link #MAX_NAME}
   * @throws IllegalArgumentException if the name is empty or not printable ASCII
   */
  public FwCfgFile {
    checkName(name);
  }

  static void checkName(String name) {
    if (name.isEmpty() || !name.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "fw_cfg file name '%s': must be 1 to 55 printable ASCII characters".formatted(name));
    }
    if (name.length() > MAX_NAME) {
      throw new FirmwareLimitException(
          "fw_cfg file name '" + name + "'",
          name.length(),
          MAX_NAME,
          "a directory entry holds 56 bytes of name with its terminator; use a shorter name");
    }
  }

  static byte[] nameBytes(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
