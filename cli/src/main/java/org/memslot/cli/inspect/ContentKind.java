package org.memslot.cli.inspect;

/** What bytes are, by their first ones. */
enum ContentKind {
  /** A table, a dump, or nothing that is known. */
  PLAIN,
  /** A gzip file (RFC 1952), perhaps a tar archive within. */
  GZIP,
  /** A zip archive. */
  ZIP,
  /** A tar archive. */
  TAR,
  /** A bzip2, xz, zstd, 7z or rar file, which are not read. */
  OTHER_COMPRESSION;

  /** How many bytes it takes to know. */
  static final int HEAD = TarHeader.SIZE;

  private static final int[][] OTHERS = {
    {'B', 'Z', 'h'},
    {0xfd, '7', 'z', 'X', 'Z'},
    {0x28, 0xb5, 0x2f, 0xfd},
    {'7', 'z', 0xbc, 0xaf},
    {'R', 'a', 'r', '!', 0x1a}
  };

  /** What begins with these bytes, which are {@link #HEAD} unless there are no more. */
  static ContentKind of(byte[] head) {
    if (startsWith(head, 0x1f, 0x8b, 8)) {
      return GZIP;
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    for (int[] other : OTHERS) {
      if (startsWith(head, other)) {
        return OTHER_COMPRESSION;
      }
    }
    return TarHeader.isHeader(head) ? TAR : PLAIN;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
