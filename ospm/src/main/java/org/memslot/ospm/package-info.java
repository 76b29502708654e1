/** ospm. */
@NullMarked
package org.memslot.ospm;

import org.jspecify.annotations.NullMarked;
