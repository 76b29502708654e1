/**
 * The physical address map of a machine, as text and as SVG.
 *
 * <p>{@link org.memslot.cli.map.MemoryMap} derives the map from a board; {@link
 * org.memslot.cli.map.SvgMap} draws it.
 */
@NullMarked
package org.memslot.cli.map;

import org.jspecify.annotations.NullMarked;
