/**
 * The monitor: lines in, answers and events out.
 *
 * <p>{@link org.memslot.cli.monitor.MonitorParser} turns a line into a {@link
 * org.memslot.cli.monitor.MonitorCommand} or says what is wrong with it; {@link
 * org.memslot.cli.monitor.Monitor} carries a command out on the machine and answers in text. The
 * console, each client of the unix socket and {@code --exec} are only ways to bring lines to it.
 */
@NullMarked
package org.memslot.cli.monitor;

import org.jspecify.annotations.NullMarked;
