package org.memslot.hotplug.state;

import java.nio.file.Path;

/** A state file that cannot be used. Nothing was restored from it. */
public final class StateFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient StateFileProblem problem;

  /** A problem with a file, which the message names. */
  public StateFileException(Path file, StateFileProblem problem) {
    super(file + ": " + problem.message());
    this.problem = problem;
  }

  /** What is wrong. */
  public StateFileProblem problem() {
    return problem;
  }
}
