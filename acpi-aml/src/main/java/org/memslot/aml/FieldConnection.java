package org.memslot.aml;

/**
 * The connection of GPIO or serial-bus fields: the name of a resource template or a buffer that
 * holds a connection descriptor (ACPI 6.5, 20.2.5.2: ConnectField).
 */
public sealed interface FieldConnection permits NameString, DataObject.Buffer {}
