package org.memslot.cli;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
