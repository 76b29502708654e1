package org.memslot.bios;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
