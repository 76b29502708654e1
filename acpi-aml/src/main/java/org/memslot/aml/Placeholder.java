package org.memslot.aml;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
