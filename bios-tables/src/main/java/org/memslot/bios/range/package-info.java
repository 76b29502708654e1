/** Guava's ranges of addresses, for the modules of this project only. */
@NullMarked
package org.memslot.bios.range;

import org.jspecify.annotations.NullMarked;
