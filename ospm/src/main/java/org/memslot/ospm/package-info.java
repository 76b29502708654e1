/**
 * The guest's side of ACPI memory hotplug in pure Java: an operating system reduced to what finds
 * tables, answers the SCI and brings memory on line.
 *
 * <p>{@link org.memslot.ospm.EmbeddedGuest} is the whole of it. Given two address spaces and an
 * interrupt line it boots as an operating system does, from what it finds in memory, and nothing
 * else:
 *
 * <pre>{@code
 * EmbeddedGuest guest = new EmbeddedGuest(memory, ports, sci, new VirtualClock());
 * guest.boot();
 * // the machine adds memory and raises the SCI
 * guest.runUntilIdle();
 * guest.describe().memoryTotal();
 * }</pre>
 *
 * <p>The AML interpreter it uses is a package of its own, {@link org.memslot.ospm.interpreter}.
 */
@NullMarked
package org.memslot.ospm;

import org.jspecify.annotations.NullMarked;
