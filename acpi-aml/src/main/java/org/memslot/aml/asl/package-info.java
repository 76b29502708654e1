/**
 * The ASL printer: prints a definition block as source text that ACPICA's compiler compiles to the
 * same bytes.
 *
 * {@snippet id="PackageExamplesTest.asl" :
 * String source = AslPrinter.print(table);
 * String legacySource = AslPrinter.print(table, AslOptions.DEFAULT.legacy());
 * }
 *
 * <p>Operators are printed in ASL+ style ({@code Local0 = (Arg0 + 1)}) or, optionally, in the
 * legacy style ({@code Add (Arg0, 1, Local0)}). Resource templates, EISA ids, UUIDs and Unicode
 * strings are printed as the macros that produce them.
 *
 * <p>{@link org.memslot.aml.asl.AslPrinter} documents which compiler options reproduce which
 * tables. {@link org.memslot.aml.asl.Externals} lists the names that a table uses but does not
 * declare.
 */
@NullMarked
package org.memslot.aml.asl;

import org.jspecify.annotations.NullMarked;
