package org.memslot.aml;

/**
 * One segment of a name: four characters, the first of {@code A-Z_}, the others of {@code A-Z0-9_}
 * (ACPI 6.5, 20.2.2).
 *
 * @param packed the four characters as a little-endian 32-bit number, as they lie in AML
 */
public record NameSeg(int packed) {
  /** Characters in a segment. */
  public static final int LENGTH = 4;

  private static final int LEAD = 1;
  private static final int FURTHER = 2;

  /** What each byte can be in a name. */
  private static final byte[] CHARACTERS = new byte[256];

  static {
    for (int c = 0; c < CHARACTERS.length; c++) {
      boolean digit = c >= '0' && c <= '9';
      CHARACTERS[c] = (byte) (isLead(c) ? LEAD | FURTHER : digit ? FURTHER : 0);
    }
  }

  /** Refuses characters that no name has. */
  public NameSeg {
    if (!isValid(packed)) {
      throw new InvalidTermException(
          "NameSeg", "\"" + text(packed) + "\"", "one of A-Z or _, then three of A-Z, 0-9 or _");
    }
  }

  /**
   * The segment of one to four characters, padded with underscores as ASL does.
   *
   * @throws InvalidTermException for any other length or character; lower case is not converted
   */
  public static NameSeg of(String name) {
    if (name.isEmpty() || name.length() > 4) {
      throw new InvalidTermException("NameSeg", "\"" + name + "\"", "one to four characters");
    }
    int packed = 0;
    for (int i = 0; i < 4; i++) {
      int c = i < name.length() ? name.charAt(i) : '_';
      packed |= (c > 0x7f ? 0 : c) << (8 * i);
    }
    if (!isValid(packed)) {
      throw new InvalidTermException(
          "NameSeg", "\"" + name + "\"", "one of A-Z or _, then three of A-Z, 0-9 or _");
    }
    return new NameSeg(packed);
  }

  /** Whether four little-endian characters are a NameSeg. */
  static boolean isValid(int packed) {
    return (CHARACTERS[packed & 0xff] & LEAD) != 0
        && (CHARACTERS[(packed >> 8) & 0xff]
                & CHARACTERS[(packed >> 16) & 0xff]
                & CHARACTERS[packed >>> 24])
            != 0;
  }

  /** Whether a byte can begin a name segment. */
  static boolean isLead(int c) {
    return (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static String text(int packed) {
    char[] c = {
      (char) (packed & 0xff),
      (char) ((packed >> 8) & 0xff),
      (char) ((packed >> 16) & 0xff),
      (char) (packed >>> 24)
    };
    return new String(c);
  }

  /** The four characters. */
  @Override
  public String toString() {
    return text(packed);
  }
}
