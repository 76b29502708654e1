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
    String text =
        String.format(
            "%c%c%c%04X",
            '@' + ((swapped >> 26) & 0x1f),
            '@' + ((swapped >> 21) & 0x1f),
            '@' + ((swapped >> 16) & 0x1f),
            swapped & 0xffff);
    return swapped >= 0 && FORM.matcher(text).matches()
        ? Optional.of(new EisaId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
