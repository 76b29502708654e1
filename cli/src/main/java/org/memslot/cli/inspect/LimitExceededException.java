package org.memslot.cli.inspect;

import java.io.IOException;

/** An input is larger than it may be: nothing more of it is read. The message is the reason. */
final class LimitExceededException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitExceededException(String message) {
    super(message);
  }
}
