package org.memslot.cli.console;

import java.util.List;

/**
 * What the user typed cannot be done: nothing was started, each problem is one line for standard
 * error, and the exit status is 2.
 */
public final class WrongWordsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** Refuses words for one reason: what is wrong, the value, the limit, the way out. */
  public WrongWordsException(String problem) {
    this(List.of(problem));
  }

  /** Refuses words for several reasons, at least one. */
  public WrongWordsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The lines to show. */
  public List<String> problems() {
    return problems;
  }
}
