/**
 * Checks AML tables against what the specification requires of the namespace: predefined names in
 * the right place and with the right arguments, well-formed hardware ids, no resource claimed by
 * two devices.
 *
 * {@snippet id="PackageExamplesTest.lint" :
 * List<Finding> findings =
 *     AmlLint.check(List.of(new LintTable("DSDT.aml", dsdt), new LintTable("SSDT.aml", ssdt)));
 * for (Finding finding : findings) {
 *   lines.add(finding.toString()); // DSDT.aml: \COM1._HID: ... [hardware-id]
 * }
 * }
 *
 * <p>Tables of one machine should be checked together: a name that one table uses may be declared
 * by another.
 */
@NullMarked
package org.memslot.aml.lint;

import org.jspecify.annotations.NullMarked;
