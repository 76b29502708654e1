package org.memslot.bios.acpi.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * A field and its bytes.
 *
 * @param layout the field
 * @param offset of its first byte from the start of the table
 * @param content its bytes, as they stand in the table; fewer than the field has if the structure
 *     ends in the middle of it
 * @param isWhole whether all bytes are there
 */
public record FieldView(FieldLayout layout, int offset, ByteList content, boolean isWhole)
    implements ViewNode {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int GUID_SIZE = 16;

  @Override
  public int length() {
    return content.length();
  }

  /** Returns the name. */
  public String name() {
    return layout.name();
  }

  /** Returns the bytes as an unsigned little-endian number; 0 for more than 8 bytes. */
  public long number() {
    if (content.length() > Long.BYTES) {
      return 0;
    }
    long number = 0;
    for (int i = content.length() - 1; i >= 0; i--) {
      number = number << Byte.SIZE | content.get(i);
    }
    return number;
  }

  /**
   * Returns the value for people to read: numbers in hexadecimal, two digits a byte; texts without
   * quotes and without NULs at their end; other bytes in hexadecimal with spaces between them.
   */
  public String value() {
    return switch (layout.kind()) {
      case NUMBER ->
          content.length() <= Long.BYTES
              ? HEX.toHexDigits(number(), 2 * content.length())
              : spaced();
      case TEXT, STRING -> text(new String(content.toArray(), StandardCharsets.ISO_8859_1));
      case TEXT_16, STRING_16 -> text(new String(content.toArray(), StandardCharsets.UTF_16LE));
      case BYTES -> spaced();
      case GUID -> content.length() == GUID_SIZE ? guid() : spaced();
    };
  }

  private String spaced() {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(content.toArray());
  }

  private String guid() {
    StringBuilder out = new StringBuilder();
    int[] order = {3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15};
    for (int at : order) {
      if (at < 0) {
        out.append('-');
      } else {
        out.append(HEX.toHexDigits((byte) content.get(at)));
      }
    }
    return out.toString();
  }

  private static String text(String all) {
    int end = all.length();
    while (end > 0 && all.charAt(end - 1) == 0) {
      end--;
    }
    String shown = all.substring(0, end);
    StringBuilder out = new StringBuilder(shown.length());
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else if (c <= 0xff) {
        out.append("\\x").append(HEX.toHexDigits((byte) c));
      } else {
        out.append("\\u").append(HEX.toHexDigits(c));
      }
    }
    return out.toString();
  }

  /** Whether a text has a NUL. */
  boolean isTerminated() {
    int width = layout.kind() == FieldKind.STRING_16 ? 2 : 1;
    for (int at = 0; at + width <= content.length(); at += width) {
      if (content.get(at) == 0 && content.get(at + width - 1) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the value stands for, where the layout says so. */
  public Optional<String> meaning() {
    return isWhole ? meaning(layout.meanings(), number()) : Optional.empty();
  }

  /** Returns the flags; none if the field is cut off. */
  public List<FlagView> flags() {
    if (!isWhole) {
      return List.of();
    }
    List<FlagView> flags = new ArrayList<>();
    for (Flag flag : layout.flags()) {
      long value = flag.of(number());
      flags.add(new FlagView(flag.name(), value, meaning(flag.meanings(), value)));
    }
    return flags;
  }

  private static Optional<String> meaning(List<Meaning> meanings, long value) {
    for (Meaning meaning : meanings) {
      if (meaning.covers(value)) {
        return Optional.of(meaning.text());
      }
    }
    return Optional.empty();
  }
}
