package org.memslot.aml;

/**
 * An element of a package: a {@link DataRefObject}, or an operand that is evaluated when the
 * package is made. The grammar (ACPI 6.5, 20.2.5.4: PackageElement) has only the former; ACPICA
 * compiles, reads and evaluates the latter too, and tables use it.
 */
public sealed interface PackageElement permits DataRefObject, TermArg {}
