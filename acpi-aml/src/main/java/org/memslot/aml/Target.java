package org.memslot.aml;

/** Where a result is stored, if anywhere: the grammar's Target (ACPI 6.5, 20.2.5). */
public sealed interface Target permits SuperName, NullName {}
