package org.memslot.machine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, spelled as QEMU spells sizes: decimal digits or {@code 0x} and hexadecimal
 * digits, then nothing (bytes) or one of {@code K M G T P} for powers of 1024. {@code G} and {@code
 * GiB} mean the same, and case does not matter. {@code GB} is refused because to some it means a
 * power of 1000, and fractions are refused because they seldom come out as the block multiples that
 * memory needs.
 *
 * <p>The same spelling serves for addresses: {@code start=4G} is the address 2<sup>32</sup>.
 *
 * @param bytes the value, an unsigned 64-bit number
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
  private static final String UNITS = "KMGTP";
  private static final Pattern NUMBER =
      Pattern.compile("(0[xX][0-9a-fA-F]+|[0-9]+)([a-zA-Z]*)", Pattern.DOTALL);

  /** 1 KiB, 2<sup>10</sup> bytes. */
  public static final long KIB = 1L << 10;

  /** 1 MiB, 2<sup>20</sup> bytes. */
  public static final long MIB = 1L << 20;

  /** 1 GiB, 2<sup>30</sup> bytes. */
  public static final long GIB = 1L << 30;

  /** 1 TiB, 2<sup>40</sup> bytes. */
  public static final long TIB = 1L << 40;

  /** The size of so many bytes, unsigned. */
  public static ByteSize of(long bytes) {
    return new ByteSize(bytes);
  }

  /**
   * Reads a size.
   *
   * @throws ByteSizeException when the text is not a size, or is 2<sup>64</sup> bytes or more
   */
  public static ByteSize parse(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      throw new ByteSizeException(text, whyNoNumber(text));
    }
    return new ByteSize(scale(text, digits(text, matcher.group(1)), shift(text, matcher.group(2))));
  }

  private static String whyNoNumber(String text) {
    if (text.isEmpty()) {
      return "it is empty; write a number, such as 512M or 0x20000000";
    }
    if (text.startsWith("-")) {
      return "it is negative; write a number from 0 up";
    }
    if (text.matches("[0-9]*\\.[0-9]*[a-zA-Z]*")) {
      return "fractions are not accepted; use a smaller unit, such as 1536M for 1.5G";
    }
    return "write decimal or 0x-hex digits, then K, M, G, T, P or nothing";
  }

  private static long digits(String text, String digits) {
    boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
    try {
      return hex ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      throw tooLarge(text, e);
    }
  }

  private static int shift(String text, String suffix) {
    if (suffix.isEmpty()) {
      return 0;
    }
    String upper = suffix.toUpperCase(Locale.ROOT);
    int unit = UNITS.indexOf(upper.charAt(0));
    if (unit >= 0 && (upper.length() == 1 || upper.substring(1).equals("IB"))) {
      return 10 * (unit + 1);
    }
    if (unit >= 0 && upper.substring(1).equals("B")) {
      String letter = upper.substring(0, 1);
      throw new ByteSizeException(
          text,
          suffix + " is ambiguous; write " + letter + " or " + letter + "iB for a power of 1024");
    }
    throw new ByteSizeException(
        text, "unknown unit " + suffix + "; the units are K, M, G, T and P");
  }

  private static long scale(String text, long number, int shift) {
    if (number != 0 && Long.numberOfLeadingZeros(number) < shift) {
      throw tooLarge(text, null);
    }
    return number << shift;
  }

  private static ByteSizeException tooLarge(
      String text, @org.jspecify.annotations.Nullable Throwable cause) {
    return new ByteSizeException(text, "it is 2^64 or more", cause);
  }

  /** True when this is a whole multiple of {@code unit}, a power of two. */
  public boolean isMultipleOf(long unit) {
    return (bytes & (unit - 1)) == 0;
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compareUnsigned(bytes, other.bytes);
  }

  /** The value in the largest unit that divides it, a spelling that {@link #parse} reads back. */
  @Override
  public String toString() {
    if (bytes == 0) {
      return "0";
    }
    int unit = Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length());
    String number = Long.toUnsignedString(bytes >>> (10 * unit));
    return unit == 0 ? number : number + UNITS.charAt(unit - 1);
  }
}
