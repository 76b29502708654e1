/**
 * {@code memslot inspect}: finds tables in files, directories, archives and dumps, prints them and
 * reports findings.
 *
 * <ol>
 *   <li>{@link org.memslot.cli.inspect.InputReader} finds {@linkplain
 *       org.memslot.cli.inspect.FoundTable tables} in the named inputs. It recognises file types by
 *       content and enforces {@linkplain org.memslot.cli.inspect.InspectLimits limits}. It writes
 *       nothing to disk. Unreadable inputs are {@linkplain org.memslot.cli.inspect.Unreadable
 *       recorded} and do not stop the others.
 *   <li>{@link org.memslot.cli.inspect.Machines} groups the tables by machine.
 *   <li>{@link org.memslot.cli.inspect.MachineInspection} decodes and checks the tables of one
 *       machine together.
 *   <li>{@link org.memslot.cli.inspect.Report} prints tables to standard output and findings to
 *       standard error, and counts both.
 * </ol>
 *
 * <p>{@link org.memslot.cli.inspect.Inspection} runs the four steps. To support another container
 * format, add a reader such as {@link org.memslot.cli.inspect.TarReader} and a constant to {@link
 * org.memslot.cli.inspect.ContentKind}. To add a group of checks, add a line to {@link
 * org.memslot.cli.inspect.Checks}.
 */
@NullMarked
package org.memslot.cli.inspect;

import org.jspecify.annotations.NullMarked;
