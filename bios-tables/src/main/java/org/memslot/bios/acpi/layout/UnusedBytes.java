package org.memslot.bios.acpi.layout;

/**
 * Bytes up to the end of the structure that the specification leaves undefined or to the vendor:
 * shown in hexadecimal if there are any.
 *
 * @param name shown beside them
 */
public record UnusedBytes(String name) implements Item {}
