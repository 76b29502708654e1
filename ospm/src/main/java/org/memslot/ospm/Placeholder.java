package org.memslot.ospm;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
