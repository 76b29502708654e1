/**
 * The {@code memslot} command.
 *
 * <p>{@link org.memslot.cli.Memslot} is the entry point. Each subcommand is a class of this
 * package. It validates all arguments before it acts: an invalid argument causes one line on
 * standard error and exit status 2, and nothing has been started. {@link org.memslot.cli.inspect},
 * {@link org.memslot.cli.map} and {@link org.memslot.cli.monitor} do the commands' work. They use
 * {@link org.memslot.cli.console} and nothing of this package.
 */
@NullMarked
package org.memslot.cli;

import org.jspecify.annotations.NullMarked;
