package org.memslot.aml;

/**
 * What can be an operand: the grammar's TermArg (ACPI 6.5, 20.2.5), and the super-names, because
 * ASL lets most of them be read as well.
 */
public sealed interface TermArg extends Term, PackageElement
    permits Expression, DataObject, SuperName {}
