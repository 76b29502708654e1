package org.memslot.acceptance.host;

/** An emulated machine no longer answers. */
final class StandstillException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StandstillException(String message) {
    super(message);
  }
}
