/**
 * SMBIOS 3: what a firmware says of the machine to inventories and to people (DMTF DSP0134). Ours
 * says of which memory devices the machine consists, in the slots that are empty too.
 *
 * <pre>{@code
 * Bytes table = SmbiosTable.encode(SmbiosInventory.of(machine, enabledSlots));
 * Bytes anchor = new SmbiosEntryPoint(3, 0, table.length(), address).encode();
 * }</pre>
 *
 * <p>The anchor stands on a 16-byte boundary between 0xF0000 and 0xFFFFF, where an operating system
 * looks for it; the table is anywhere below 4 GiB where nobody takes it for free memory.
 */
@NullMarked
package org.memslot.bios.smbios;

import org.jspecify.annotations.NullMarked;
