/**
 * The {@code memslot} command: options in, a machine built, results shown.
 *
 * <p>{@link org.memslot.cli.Memslot} is the entry point; each of its commands is a class here. They
 * check every word before the first step: what is wrong is said in a line of its own on standard
 * error, with exit status 2, and then nothing was started. What {@code inspect} does with tables is
 * in {@link org.memslot.cli.inspect}.
 */
@NullMarked
package org.memslot.cli;

import org.jspecify.annotations.NullMarked;
