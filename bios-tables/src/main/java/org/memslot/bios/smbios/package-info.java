/**
 * SMBIOS 3 (DMTF DSP0134): the description of the hardware that inventory tools read. The
 * structures here describe the machine's memory devices, including empty slots.
 *
 * {@snippet id="PackageExamplesTest.smbios" :
 * Set<Integer> populated = Set.of(0); // slot 0 has memory
 * ByteList table = SmbiosTable.encode(SmbiosInventory.of(machine, populated));
 * ByteList entryPoint = new SmbiosEntryPoint(3, 0, table.length(), address).encode();
 * }
 *
 * <p>The entry point goes on a 16-byte boundary between 0xF0000 and 0xFFFFF, where operating
 * systems look for it. The table can be anywhere below 4 GiB in memory that the e820 map reserves.
 */
@NullMarked
package org.memslot.bios.smbios;

import org.jspecify.annotations.NullMarked;
