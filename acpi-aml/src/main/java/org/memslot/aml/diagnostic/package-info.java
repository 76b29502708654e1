/**
 * What checks of ACPI tables report: {@linkplain org.memslot.aml.diagnostic.Rule rules} with a
 * name, a severity and a section of the specification, and {@linkplain
 * org.memslot.aml.diagnostic.Finding findings} that name rule, table and place.
 */
@NullMarked
package org.memslot.aml.diagnostic;

import org.jspecify.annotations.NullMarked;
