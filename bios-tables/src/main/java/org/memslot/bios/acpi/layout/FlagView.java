package org.memslot.bios.acpi.layout;

import java.util.Optional;

/**
 * The value of a flag.
 *
 * @param name the specification's
 * @param value of its bits
 * @param meaning of the value, where the layout has one
 */
public record FlagView(String name, long value, Optional<String> meaning) {}
