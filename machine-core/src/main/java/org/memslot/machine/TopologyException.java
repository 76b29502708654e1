package org.memslot.machine;

/** A topology change that was refused; nothing of it was done. */
public class TopologyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A refusal with its reason.
   *
   * @param message names the regions and the values
   */
  public TopologyException(String message) {
    super(message);
  }

  /**
   * A refusal with its reason and cause.
   *
   * @param message names the regions and the values
   * @param cause what led to it
   */
  public TopologyException(String message, Throwable cause) {
    super(message, cause);
  }
}
