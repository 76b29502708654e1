/**
 * The layouts, one class for each table. They are used through {@link
 * org.memslot.bios.acpi.layout.TableLayouts} only, which loads the one that it needs.
 */
@NullMarked
package org.memslot.bios.acpi.layout.tables;

import org.jspecify.annotations.NullMarked;
