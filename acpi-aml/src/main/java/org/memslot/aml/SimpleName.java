package org.memslot.aml;

/** A name, an argument or a local variable: the grammar's SimpleName (ACPI 6.5, 20.2.2). */
public sealed interface SimpleName extends SuperName permits NameString, ArgObj, LocalObj {}
