package org.memslot.aml.asl;

/** Text in lines with an indentation; what is written goes to the end of the current line. */
final class AslWriter {
  private static final String INDENT = "    ";
  private static final String DIGITS = "0123456789ABCDEF";

  /** Hostile nesting must not make text that grows with the square of its depth. */
  private static final int DEEPEST_INDENT = 16;

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int lineStart;
  private String comment = "";

  /** Adds to the current line, which gets its indentation first. */
  AslWriter add(String part) {
    if (text.length() == lineStart) {
      text.repeat(INDENT, Math.min(depth, DEEPEST_INDENT));
    }
    text.append(part);
    return this;
  }

  /** Adds an unsigned number as {@code 0x} and at least so many digits. */
  AslWriter hex(long value, int digits) {
    add("0x");
    int needed = (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4;
    for (int i = Math.max(needed, digits) - 1; i >= 0; i--) {
      text.append(DIGITS.charAt((int) (value >>> (4 * i)) & 0xF));
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
    if (!text.isEmpty() && text.charAt(text.length() - 2) != '{') {
      text.append('\n');
      lineStart = text.length();
    }
    return this;
  }

  /** Ends the line. */
  AslWriter end() {
    text.append(comment).append('\n');
    comment = "";
    lineStart = text.length();
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
    return text.length() - lineStart;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
