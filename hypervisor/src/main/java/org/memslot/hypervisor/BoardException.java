package org.memslot.hypervisor;

/**
 * A board that cannot be built or powered on, although its description is right: the host or the
 * firmware failed.
 */
public class BoardException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Fails for this reason. */
  public BoardException(String message) {
    super(message);
  }

  /** Fails for this reason, found when {@code cause} was thrown. */
  public BoardException(String message, Throwable cause) {
    super(message, cause);
  }
}
