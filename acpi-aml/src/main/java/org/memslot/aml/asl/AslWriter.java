package org.memslot.aml.asl;

/** Text in lines with an indentation; what is written goes to the end of the current line. */
final class AslWriter {
  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int lineStart;

  /** Adds to the current line, which gets its indentation first. */
  AslWriter add(String part) {
    if (text.length() == lineStart) {
      // an indentation grows with depth only so far: hostile nesting must not make quadratic text
      text.append(INDENT.repeat(Math.min(depth, 32)));
    }
    text.append(part);
    return this;
  }

  /** Ends the line. */
  AslWriter end() {
    text.append('\n');
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
