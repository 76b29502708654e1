package org.memslot.bios.acpi.layout;

/** What a field says beyond its number: the meaning of one value, or a named range of its bits. */
public sealed interface Detail permits Flag, Meaning {}
