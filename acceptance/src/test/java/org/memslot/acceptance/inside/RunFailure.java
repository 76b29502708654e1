package org.memslot.acceptance.inside;

/** What a run expected has not come. */
final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunFailure(String message) {
    super(message);
  }
}
