/**
 * Judges AML tables by what the specification says of the namespace: predefined names in their
 * place and with their arguments, hardware ids in their form, resources that two devices claim.
 *
 * {@snippet :
 * for (Finding finding : AmlLint.check(List.of(dsdt, ssdt))) {
 *   System.out.println(finding); // DSDT.aml: \_SB.PCI0.COM1._HID: "PNP05" is no hardware id ... [hardware-id]
 * }
 * }
 */
@NullMarked
package org.memslot.aml.lint;

import org.jspecify.annotations.NullMarked;
