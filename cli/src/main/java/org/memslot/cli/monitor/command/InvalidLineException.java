package org.memslot.cli.monitor.command;

/** A line has none of the forms of its command. */
public final class InvalidLineException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String message;

  /** A problem in one line: what is wrong, and the right form. */
  public InvalidLineException(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
