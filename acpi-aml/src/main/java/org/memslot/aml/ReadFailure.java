package org.memslot.aml;

/**
 * Leaves a term that cannot be read; the list around it goes on behind it. It has no stack trace,
 * so it is cheap.
 */
final class ReadFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String reason;

  ReadFailure(int offset, String message) {
    super(message, null, false, false);
    this.offset = offset;
    this.reason = message;
  }

  int offset() {
    return offset;
  }

  String reason() {
    return reason;
  }
}
