package org.memslot.bios.acpi.layout;

/**
 * What one value of a field or flag stands for.
 *
 * @param first the lowest value with this meaning
 * @param last the highest one; {@code first} for a single value
 * @param text as the specification puts it
 */
public record Meaning(long first, long last, String text) implements Detail {
  boolean covers(long value) {
    return Long.compareUnsigned(first, value) <= 0 && Long.compareUnsigned(value, last) <= 0;
  }
}
