/**
 * The ASL printer: source text of a definition block, from which ACPICA's compiler makes the same
 * bytes.
 *
 * {@snippet :
 * String source = AslPrinter.print(table);
 * String old = AslPrinter.print(table, AslOptions.DEFAULT.legacy());
 * }
 *
 * <p>Operators are written in the ASL+ style ({@code Local0 = (Arg0 + 1)}) or, on demand, as legacy
 * ASL ({@code Add (Arg0, 1, Local0)}); resource templates, EISA ids, UUIDs and Unicode strings as
 * the macros they come from. {@link org.memslot.aml.asl.AslPrinter} says which switches of the
 * compiler give back which tables, {@link org.memslot.aml.asl.Externals} what names a table takes
 * from others.
 */
@NullMarked
package org.memslot.aml.asl;

import org.jspecify.annotations.NullMarked;
