/** The bus of a machine: address spaces, the regions placed in them, pins and interrupt lines. */
@NullMarked
package org.memslot.machine;

import org.jspecify.annotations.NullMarked;
