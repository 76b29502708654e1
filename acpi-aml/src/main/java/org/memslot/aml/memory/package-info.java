/**
 * Memory devices: the AML by which a guest learns of memory that comes and goes, and the facts
 * about the registers behind it. Devices and AML both take the facts from here.
 *
 * <p>Two interfaces: {@link org.memslot.aml.memory.MemslotAml} with the registers of {@link
 * org.memslot.aml.memory.MemslotRegisters}, two bitmaps as in the memslot series of 2012; and
 * {@link org.memslot.aml.memory.QemuMemoryHotplugAml} with those of {@link
 * org.memslot.aml.memory.MemoryHotplugRegisters}, the block of QEMU with a slot selector.
 *
 * {@snippet :
 * AmlTable dsdt = Externals.declare(new AmlTable(header, MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals());
 * AmlTable ssdt = MemslotAml.ssdt(
 *     ssdtHeader, List.of(new MemoryDevice(0, 0x1_0000_0000L, 0x2000_0000L, 0)), slot -> false);
 * }
 */
@NullMarked
package org.memslot.aml.memory;

import org.jspecify.annotations.NullMarked;
