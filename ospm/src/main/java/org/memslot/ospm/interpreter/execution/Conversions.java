package org.memslot.ospm.interpreter.execution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.IntegerWidth;

/**
 * The data conversions of ACPI 6.5, 19.3.5.4 to 19.3.5.6, for one integer width.
 *
 * <p>The implicit ones are those that operators and stores apply on their own; the explicit ones
 * are the To operators.
 */
final class Conversions {
  private final IntegerWidth width;

  Conversions(IntegerWidth width) {
    this.width = width;
  }

  IntegerWidth width() {
    return width;
  }

  /** Converts implicitly to an integer: strings are hexadecimal, buffers little-endian. */
  long toInteger(AmlObject object) {
    return switch (object) {
      case AmlInteger(long value) -> value;
      case AmlString string -> parseHex(string.bytes(), 0);
      case AmlBuffer buffer -> fromLittleEndian(buffer.bytes());
      default -> throw operandType("Integer", object);
    };
  }

  /** ToInteger: strings are decimal, or hexadecimal after 0x. */
  long toIntegerExplicitly(AmlObject object) {
    return switch (object) {
      case AmlString string -> parseNumber(string.bytes());
      default -> toInteger(object);
    };
  }

  /** Converts implicitly to a string. */
  AmlString toString(AmlObject object, Evaluation evaluation) {
    return switch (object) {
      case AmlInteger(long value) -> latin(paddedHex(value), evaluation);
      case AmlString string -> string;
      case AmlBuffer buffer -> latin(join(buffer, " ", "0x%02X", evaluation), evaluation);
      default -> throw operandType("String", object);
    };
  }

  /** ToHexString: unlike implicit conversion, with a prefix and without leading zeros. */
  AmlString toHexString(AmlObject object, Evaluation evaluation) {
    return switch (object) {
      case AmlInteger number -> latin(number.toString(), evaluation);
      case AmlBuffer buffer -> latin(join(buffer, ",", "0x%02X", evaluation), evaluation);
      default -> toString(object, evaluation);
    };
  }

  /** ToDecimalString. */
  AmlString toDecimalString(AmlObject object, Evaluation evaluation) {
    return switch (object) {
      case AmlInteger(long value) -> latin(Long.toUnsignedString(value), evaluation);
      case AmlString string -> string;
      case AmlBuffer buffer -> latin(join(buffer, ",", "%d", evaluation), evaluation);
      default -> throw operandType("String", object);
    };
  }

  /** Converts to a buffer; a string keeps its terminating null. */
  AmlBuffer toBuffer(AmlObject object, Evaluation evaluation) {
    return switch (object) {
      case AmlInteger(long value) -> {
        evaluation.allocate(width.bytes());
        yield AmlBuffer.wrap(littleEndian(value));
      }
      case AmlString string -> {
        int length = evaluation.allocate(string.length() + 1L);
        yield AmlBuffer.wrap(java.util.Arrays.copyOf(string.bytes(), length));
      }
      case AmlBuffer buffer -> buffer;
      default -> throw operandType("Buffer", object);
    };
  }

  /** Returns an integer's bytes, four or eight of them. */
  byte[] littleEndian(long value) {
    byte[] bytes = new byte[width.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >>> (Byte.SIZE * i));
    }
    return bytes;
  }

  private long fromLittleEndian(byte[] bytes) {
    if (bytes.length == 0) {
      throw new AmlException(AmlStatus.AE_AML_BUFFER_LIMIT, "an empty buffer is no integer");
    }
    return firstBytes(bytes);
  }

  /** Returns the integer whose lowest bytes these are. */
  long firstBytes(byte[] bytes) {
    long value = 0;
    for (int i = Math.min(bytes.length, width.bytes()) - 1; i >= 0; i--) {
      value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return value;
  }

  private String paddedHex(long value) {
    String format = width == IntegerWidth.BITS_64 ? "%016X" : "%08X";
    return String.format(Locale.ROOT, format, value);
  }

  private static String join(
      AmlBuffer buffer, String separator, String format, Evaluation evaluation) {
    evaluation.allocate(buffer.length() * 5L);
    StringBuilder text = new StringBuilder();
    for (byte b : buffer.bytes()) {
      if (!text.isEmpty()) {
        text.append(separator);
      }
      text.append(String.format(Locale.ROOT, format, Byte.toUnsignedInt(b)));
    }
    return text.toString();
  }

  private static AmlString latin(String text, Evaluation evaluation) {
    evaluation.allocate(text.length());
    return AmlString.wrap(text.getBytes(ISO_8859_1));
  }

  private long parseNumber(byte[] text) {
    int at = skipSpace(text, 0);
    if (hasHexPrefix(text, at)) {
      return parseHex(text, at);
    }
    long value = 0;
    for (; at < text.length && Character.digit(text[at], 10) >= 0; at++) {
      long digit = Character.digit(text[at], 10);
      long limit = Long.divideUnsigned(width.mask() - digit, 10);
      if (Long.compareUnsigned(value, limit) > 0) {
        break;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Reads hexadecimal digits as far as they go and fit; leading zeros do not count. */
  private long parseHex(byte[] text, int from) {
    int at = skipSpace(text, from);
    if (hasHexPrefix(text, at)) {
      at += 2;
    }
    at = skip(text, at, '0');
    long value = 0;
    int digits = 2 * width.bytes();
    for (; digits > 0 && at < text.length; at++, digits--) {
      int digit = Character.digit(text[at], 16);
      if (digit < 0) {
        break;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static boolean hasHexPrefix(byte[] text, int at) {
    return at + 1 < text.length && text[at] == '0' && (text[at + 1] | 0x20) == 'x';
  }

  /** Skips what C's isspace does: space, tab, line feed, vertical tab, form feed, return. */
  private static int skipSpace(byte[] text, int from) {
    int at = from;
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static int skip(byte[] text, int from, char c) {
    int at = from;
    while (at < text.length && text[at] == c) {
      at++;
    }
    return at;
  }

  static AmlException operandType(String wanted, AmlObject found) {
    return new AmlException(
        AmlStatus.AE_AML_OPERAND_TYPE, wanted + " needed, found " + found.type());
  }
}
