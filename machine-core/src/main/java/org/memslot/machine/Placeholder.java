package org.memslot.machine;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
