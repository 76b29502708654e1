/** cli. */
@NullMarked
package org.memslot.cli;

import org.jspecify.annotations.NullMarked;
