/**
 * Memory devices: the AML that tells a guest about memory being added and removed, and the
 * constants of the registers that this AML accesses. Device models take the constants from here, so
 * the two cannot disagree.
 *
 * <p>There are two register interfaces:
 *
 * <ul>
 *   <li>{@link org.memslot.aml.memory.MemslotAml} with {@link
 *       org.memslot.aml.memory.MemslotRegisters}: two bitmaps, as in the memslot patch series of
 *       2012;
 *   <li>{@link org.memslot.aml.memory.QemuMemoryHotplugAml} with {@link
 *       org.memslot.aml.memory.MemoryHotplugRegisters}: QEMU's register block with a slot selector.
 * </ul>
 *
 * {@snippet id="PackageExamplesTest.memory" :
 * AmlTable dsdt =
 *     Externals.declare(
 *         new AmlTable(dsdtHeader, MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals());
 * MemoryDevice slot = new MemoryDevice(0, 0x1_0000_0000L, 0x2000_0000L, 0);
 * AmlTable ssdt = MemslotAml.ssdt(ssdtHeader, List.of(slot), number -> false);
 * }
 */
@NullMarked
package org.memslot.aml.memory;

import org.jspecify.annotations.NullMarked;
