/** machine. */
@NullMarked
package org.memslot.machine;

import org.jspecify.annotations.NullMarked;
