/**
 * The layouts, one class for each table. {@code StandardTables} of {@code org.memslot.bios.acpi}
 * registers them and loads the one that is needed.
 */
@NullMarked
package org.memslot.bios.acpi.layout.tables;

import org.jspecify.annotations.NullMarked;
