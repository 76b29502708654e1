package org.memslot.hypervisor;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
