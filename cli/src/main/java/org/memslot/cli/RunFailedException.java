package org.memslot.cli;

/** The words were right and the work failed: one line for standard error, exit status 1. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Fails for this reason. */
  public RunFailedException(String message) {
    super(message);
  }

  /** Fails for this reason, found when {@code cause} was thrown. */
  public RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
