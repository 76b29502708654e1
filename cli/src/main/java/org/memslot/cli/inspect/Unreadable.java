package org.memslot.cli.inspect;

/**
 * An input, or a part of one, without a table that can be read.
 *
 * @param name its path, as in {@link FoundTable#name}
 * @param reason why
 */
record Unreadable(String name, String reason) {}
