package org.memslot.machine;

/**
 * RAM that cannot be pinned, placed or closed in its present state: draining, pinned, still placed,
 * or closed.
 */
public final class RegionUnavailableException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  RegionUnavailableException(String message) {
    super(message);
  }
}
