/**
 * The physical address map of a machine as text and as a drawing.
 *
 * <p>{@link org.memslot.cli.map.MemoryMap} reads it off a board; {@link org.memslot.cli.map.SvgMap}
 * draws it.
 */
@NullMarked
package org.memslot.cli.map;

import org.jspecify.annotations.NullMarked;
