/**
 * The commands of the monitor, each in one class.
 *
 * <p>A {@link org.memslot.cli.monitor.command.MonitorCommand} has its name, usage, explanation and
 * completions, and reads its arguments; what a line means is a {@link
 * org.memslot.cli.monitor.command.MonitorAction}, which works on the board and tells {@code --exec}
 * what to wait for. A class and one line in {@link
 * org.memslot.cli.monitor.command.MonitorCommands#STANDARD} add a command.
 */
@NullMarked
package org.memslot.cli.monitor.command;

import org.jspecify.annotations.NullMarked;
