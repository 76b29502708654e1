package org.memslot.bios.acpi.layout;

/** A part of a {@link TableLayout}, in the order of the bytes. */
public sealed interface Item
    permits FieldLayout, Group, Reference, Repeat, Section, Subtables, UnusedBytes {}
