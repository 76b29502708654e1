/**
 * What the tests of several modules share: reference programs, random seeds, QEMU driven by its
 * qtest protocol, dependencies between packages, and the files of the checkout.
 *
 * <p>A test that needs a program of the host calls {@link org.memslot.testing.ReferenceProgram}.
 * The test is then skipped where the program is missing, or fails with {@code -Dreferee=required}.
 */
@NullMarked
package org.memslot.testing;

import org.jspecify.annotations.NullMarked;
