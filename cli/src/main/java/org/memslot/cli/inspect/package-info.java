/**
 * {@code memslot inspect}: from files, folders, archives and dumps to tables, machines, text and
 * findings.
 *
 * <ol>
 *   <li>{@link org.memslot.cli.inspect.InputReader} finds {@linkplain
 *       org.memslot.cli.inspect.FoundTable tables} in what was named. It knows what a file is by
 *       its content and stays within {@linkplain org.memslot.cli.inspect.InspectLimits limits}.
 *       Nothing is written anywhere. What cannot be read is {@linkplain
 *       org.memslot.cli.inspect.Unreadable noted}, and the others go on.
 *   <li>{@link org.memslot.cli.inspect.Machines} groups the tables by machine.
 *   <li>{@link org.memslot.cli.inspect.MachineInspection} decodes and checks the tables of one
 *       machine together.
 *   <li>{@link org.memslot.cli.inspect.Report} prints tables on standard output and findings on
 *       standard error, and counts.
 * </ol>
 *
 * <p>{@link org.memslot.cli.inspect.Inspection} joins the four. A new kind of container is a reader
 * like {@link org.memslot.cli.inspect.TarReader} and a case in {@link
 * org.memslot.cli.inspect.ContentKind}; a new group of rules is a line in {@link
 * org.memslot.cli.inspect.Checks}.
 */
@NullMarked
package org.memslot.cli.inspect;

import org.jspecify.annotations.NullMarked;
