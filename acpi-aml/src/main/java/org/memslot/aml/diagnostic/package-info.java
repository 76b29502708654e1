/**
 * The result types of all ACPI table checks. A {@linkplain org.memslot.aml.diagnostic.Rule rule}
 * has a name, a severity, a requirement and a section of the specification; a {@linkplain
 * org.memslot.aml.diagnostic.Finding finding} names the rule, the table and the place.
 */
@NullMarked
package org.memslot.aml.diagnostic;

import org.jspecify.annotations.NullMarked;
