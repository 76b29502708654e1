/** bios. */
@NullMarked
package org.memslot.bios;

import org.jspecify.annotations.NullMarked;
