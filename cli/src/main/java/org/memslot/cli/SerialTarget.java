package org.memslot.cli;

import java.nio.file.Path;
import org.memslot.cli.console.WrongWordsException;

/** Where a guest's serial port goes. */
sealed interface SerialTarget {
  /** Nowhere. */
  SerialTarget NONE = new Nowhere();

  /** Nowhere: what the guest sends vanishes. */
  record Nowhere() implements SerialTarget {}

  /** Standard output. */
  record Stdio() implements SerialTarget {}

  /** A file, which is made anew. */
  record File(Path path) implements SerialTarget {}

  /**
   * Reads {@code stdio}, {@code file:PATH} or {@code none}.
   *
   * @throws WrongWordsException when it is none of them
   */
  static SerialTarget parse(String text) {
    if (text.equals("none")) {
      return NONE;
    }
    if (text.equals("stdio")) {
      return new Stdio();
    }
    if (text.startsWith("file:") && !text.equals("file:")) {
      return new File(Path.of(text.substring("file:".length())));
    }
    throw new WrongWordsException(
        "--serial %s: not a place for a serial port; write stdio, file:PATH or none"
            .formatted(text));
  }
}
