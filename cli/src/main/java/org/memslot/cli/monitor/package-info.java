/**
 * The monitor: reads command lines, prints answers and events.
 *
 * <p>{@link org.memslot.cli.monitor.command} has the commands and parses a line to what one of them
 * does, or explains what is wrong with it. {@link org.memslot.cli.monitor.Monitor} executes that on
 * the machine and returns text. The terminal, the clients of the Unix socket and {@code --exec} all
 * feed lines to the same monitor.
 */
@NullMarked
package org.memslot.cli.monitor;

import org.jspecify.annotations.NullMarked;
