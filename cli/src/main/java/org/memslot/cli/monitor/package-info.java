/**
 * The monitor: lines in, answers and events out.
 *
 * <p>{@link org.memslot.cli.monitor.command} has the commands and turns a line into what one of
 * them does; {@link org.memslot.cli.monitor.Monitor} carries that out on the machine. The console,
 * each client of the unix socket and {@code --exec} are only ways to bring lines to it.
 */
@NullMarked
package org.memslot.cli.monitor;

import org.jspecify.annotations.NullMarked;
