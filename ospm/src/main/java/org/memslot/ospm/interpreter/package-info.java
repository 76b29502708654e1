/** An interpreter for the ACPI Machine Language. */
@NullMarked
package org.memslot.ospm.interpreter;

import org.jspecify.annotations.NullMarked;
