package org.memslot.testing.sample.link;

import org.memslot.testing.sample.ring.Ring;

/** Uses the package of {@link Ring}, which uses this one. */
public interface Link {
  /** Returns the ring that the link belongs to. */
  Ring ring();
}
