package org.memslot.testing.sample.user;

import org.memslot.testing.sample.ring.Ring;

/** Uses a package that is part of a cycle, and is not part of it. */
public interface User extends Ring {}
