package org.memslot.testing.sample.ring;

import org.memslot.testing.sample.Root;
import org.memslot.testing.sample.link.Link;

/** Uses the package of {@link Link}, which uses this one. */
public interface Ring extends Root {
  /** Returns the first link. */
  Link first();
}
