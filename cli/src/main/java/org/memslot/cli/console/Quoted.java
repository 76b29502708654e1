package org.memslot.cli.console;

/** What a user typed, made fit for a line of a message. */
public final class Quoted {
  private static final int LONGEST = 400;

  private Quoted() {}

  /**
   * The text with control characters escaped, so that it stays on its line, and cut when it is very
   * long.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                line.append("\\u%04x".formatted(c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
  }
}
