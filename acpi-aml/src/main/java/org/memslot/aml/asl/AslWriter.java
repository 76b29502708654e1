package org.memslot.aml.asl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;

/**
 * Text in lines with an indentation; what is written goes to the end of the current line. ASL is
 * ASCII, so a character is a byte; most of a table's text is written before a compiler has seen
 * this class, so it does little for each part.
 */
final class AslWriter {
  private static final int INDENT = 4;
  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** Hostile nesting must not make text that grows with the square of its depth. */
  private static final int DEEPEST_INDENT = 16;

  /** The longest that {@link #room} is asked for at once, besides texts. */
  private static final int SPARE = 128;

  private byte[] text = new byte[1 << 14];
  private int length;
  private int depth;
  private int lineStart;
  private String comment = "";

  /** Adds ASCII to the current line, which gets its indentation first. */
  AslWriter add(String part) {
    room(part.length());
    put(part);
    return this;
  }

  /** Adds a name as people write it: without the underscores that pad its segments. */
  AslWriter name(NameString name) {
    int segments = name.segments().size();
    room(1 + name.parents() + 5 * segments);
    if (name.root()) {
      text[length++] = '\\';
    }
    for (int i = 0; i < name.parents(); i++) {
      text[length++] = '^';
    }
    for (int i = 0; i < segments; i++) {
      if (i > 0) {
        text[length++] = '.';
      }
      put(name.segments().get(i));
    }
    return this;
  }

  /** Adds a decimal digit. */
  AslWriter digit(int digit) {
    room(1);
    text[length++] = DIGITS[digit];
    return this;
  }

  /** Adds an unsigned number as {@code 0x} and at least so many digits. */
  AslWriter hex(long value, int digits) {
    room(2 + Long.BYTES * 2);
    text[length++] = '0';
    text[length++] = 'x';
    int shift = 4 * (digits - 1);
    while (shift < Long.SIZE - 4 && value >>> (shift + 4) != 0) {
      shift += 4;
    }
    for (; shift >= 0; shift -= 4) {
      text[length++] = DIGITS[(int) (value >>> shift) & 0xF];
    }
    return this;
  }

  /** Puts a comment at the end of the current line, wherever that will be. */
  AslWriter comment(String words) {
    comment = "  // " + words;
    return this;
  }

  /** Leaves an empty line, unless a block has just begun. */
  AslWriter gap() {
    if (length > 1 && text[length - 2] != '{') {
      endLine();
    }
    return this;
  }

  /** Ends the line. */
  AslWriter end() {
    if (!comment.isEmpty()) {
      ensure(comment.length());
      put(comment);
      comment = "";
    }
    endLine();
    return this;
  }

  /** Adds a whole line. */
  AslWriter line(String line) {
    return add(line).end();
  }

  /** Opens braces on a line of their own; the current line must have ended. */
  AslWriter open() {
    line("{");
    depth++;
    return this;
  }

  /** Closes the braces and leaves the line open. */
  AslWriter close() {
    depth--;
    return add("}");
  }

  /** Returns the length of the current line so far. */
  int column() {
    return length - lineStart;
  }

  @Override
  public String toString() {
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Makes room for so many characters behind the indentation, which a line that begins gets. */
  private void room(int characters) {
    ensure(characters);
    if (length == lineStart) {
      int end = length + INDENT * Math.min(depth, DEEPEST_INDENT);
      while (length < end) {
        text[length++] = ' ';
      }
    }
  }

  private void ensure(int characters) {
    if (text.length - length < characters + SPARE) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + characters + SPARE));
    }
  }

  @SuppressWarnings("deprecation") // drops the high byte of each character; ASCII has none
  private void put(String part) {
    int end = part.length();
    part.getBytes(0, end, text, length);
    length += end;
  }

  private void put(NameSeg segment) {
    int packed = segment.packed();
    int size = NameSeg.LENGTH;
    while (size > 1 && (packed >>> (8 * (size - 1))) == '_') {
      packed ^= '_' << (8 * --size);
    }
    for (int i = 0; i < size; i++) {
      text[length++] = (byte) (packed >>> (8 * i));
    }
  }

  private void endLine() {
    ensure(1);
    text[length++] = '\n';
    lineStart = length;
  }
}
