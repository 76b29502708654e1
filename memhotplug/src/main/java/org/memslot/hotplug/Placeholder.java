package org.memslot.hotplug;

/** x. */
final class Placeholder {
  private Placeholder() {}
}
