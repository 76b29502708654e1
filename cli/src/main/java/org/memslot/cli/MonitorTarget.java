package org.memslot.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.memslot.cli.console.WrongWordsException;

/** Where the monitor is: the value of {@code --monitor}. */
sealed interface MonitorTarget {
  /** {@code stdio}. */
  record Stdio() implements MonitorTarget {}

  /**
   * {@code unix:PATH}.
   *
   * @param path the socket
   */
  record Unix(Path path) implements MonitorTarget {}

  /** {@code none}. */
  record None() implements MonitorTarget {}

  /** Reads the option's value. */
  static MonitorTarget parse(String text) {
    if (text.equals("stdio")) {
      return new Stdio();
    }
    if (text.equals("none")) {
      return new None();
    }
    if (!text.startsWith("unix:") || text.equals("unix:")) {
      throw new WrongWordsException(
          "--monitor %s: not a place for the monitor; write stdio, unix:PATH or none"
              .formatted(text));
    }
    try {
      return new Unix(Path.of(text.substring("unix:".length())));
    } catch (InvalidPathException e) {
      throw new WrongWordsException("--monitor %s: not a path: %s".formatted(text, e.getReason()));
    }
  }
}
