/**
 * Devices: things on a board, each in one place with its registers, its interrupt, its reset and
 * saved state, and what the ACPI tables say of it.
 *
 * <p>A board is a list of {@link org.memslot.bios.device.Device}s. {@link
 * org.memslot.bios.device.Devices} puts them on the buses, after it has made sure that no two of
 * them claim the same ports, addresses or interrupt. The firmware builds the DSDT from {@link
 * org.memslot.bios.device.Device#aml}, so the DSDT describes the devices that are there and no
 * others.
 */
@NullMarked
package org.memslot.bios.device;

import org.jspecify.annotations.NullMarked;
