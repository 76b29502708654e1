/**
 * The guest's side of ACPI memory hot-plug in Java: an operating system reduced to finding tables,
 * answering the SCI and bringing memory online.
 *
 * <p>{@link org.memslot.ospm.EmbeddedGuest} needs two address spaces and a clock. It boots like an
 * operating system, using only what it finds in memory and at ports:
 *
 * {@snippet id="PackageExamplesTest.guest" :
 * try (EmbeddedGuest guest = new EmbeddedGuest(memory, ports, new VirtualClock())) {
 *   guest.boot();
 *   // Here the machine adds memory and raises the SCI.
 *   guest.runUntilIdle();
 *   totals.add(guest.describe().memoryTotal());
 * }
 * }
 *
 * <p>{@link org.memslot.ospm.GuestThread} runs the guest on a thread of its own, which waits for
 * the SCI.
 *
 * <p>The AML interpreter is in its own package, {@link org.memslot.ospm.interpreter}.
 */
@NullMarked
package org.memslot.ospm;

import org.jspecify.annotations.NullMarked;
