package org.memslot.aml;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A compressed EISA id: three letters and four hexadecimal digits in a 32-bit integer (ACPI 6.5,
 * 19.6.37).
 *
 * @param text the id, such as {@code PNP0C80}
 */
public record EisaId(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}[0-9A-F]{4}");

  /** Refuses other forms. */
  public EisaId {
    if (!FORM.matcher(text).matches()) {
      throw new InvalidTermException(
          "EISAID", "\"" + text + "\"", "three letters A-Z and four digits 0-9A-F: PNP0C80");
    }
  }

  /** The integer that stands for it, as AML holds it: byte-swapped. */
  public int toInteger() {
    int letters =
        ((text.charAt(0) - '@') << 10) | ((text.charAt(1) - '@') << 5) | (text.charAt(2) - '@');
    return Integer.reverseBytes((letters << 16) | Integer.parseInt(text.substring(3), 16));
  }

  /** The id that an integer stands for, if it stands for one. */
  public static Optional<EisaId> fromInteger(int integer) {
    int swapped = Integer.reverseBytes(integer);
    if (swapped < 0) {
      return Optional.empty();
    }
    char[] text = new char[7];
    for (int i = 0; i < 3; i++) {
      int letter = (swapped >> (26 - 5 * i)) & 0x1f;
      if (letter < 1 || letter > 26) {
        return Optional.empty();
      }
      text[i] = (char) ('@' + letter);
    }
    for (int i = 0; i < 4; i++) {
      int digit = (swapped >> (12 - 4 * i)) & 0xf;
      text[3 + i] = (char) (digit < 10 ? '0' + digit : 'A' + digit - 10);
    }
    return Optional.of(new EisaId(new String(text)));
  }

  @Override
  public String toString() {
    return text;
  }
}
