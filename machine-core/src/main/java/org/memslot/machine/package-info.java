/**
 * The bus of a machine: guest-physical memory and I/O ports, what is placed in them, and what holds
 * on to it.
 *
 * <h2>A machine's memory</h2>
 *
 * An {@link org.memslot.machine.AddressSpace} is empty at first. Regions are placed in it in a
 * transaction, which is seen whole or not at all:
 *
 * <pre>{@code
 * AddressSpace memory = AddressSpace.memory("memory");
 * RamRegion ram = RamRegion.create("ram", 512L << 20);
 * memory.change(c -> {
 *   c.add(0, ram);
 *   c.add(0xffff_0000L, RomRegion.of("firmware", image));
 *   c.add(0xfed0_0000L, new DeviceRegion("hpet", 0x400, hpet, AccessWidths.accepting(4, 8)));
 * });
 * memory.write32(0x1000, 42);
 * }</pre>
 *
 * The guest's side of the space never throws: what nothing answers reads as ones, and its writes
 * vanish. Firmware and loaders, which want to know, use {@link
 * org.memslot.machine.AddressSpace#checked}.
 *
 * <h2>What is seen where</h2>
 *
 * Regions placed without a priority must not overlap. With a priority they may: the highest is
 * seen, as in QEMU's memory API. An {@link org.memslot.machine.AliasRegion} shows part of another
 * region in a second place; a {@link org.memslot.machine.ContainerRegion} groups regions that are
 * moved, hidden and shown together. What comes of it all is the {@link
 * org.memslot.machine.FlatView}. A {@link org.memslot.machine.TopologyListener}, such as the one
 * that tells a hypervisor, gets the differences between one view and the next before they are
 * published, and may refuse them.
 *
 * <h2>Taking memory away</h2>
 *
 * A {@link org.memslot.machine.Pin} holds the memory of a {@link org.memslot.machine.RamRegion} at
 * its host address. To unplug: {@link org.memslot.machine.RamRegion#drain drain}, wait for the last
 * pin, remove the region from the space, {@link org.memslot.machine.RamRegion#close close} it.
 * Threads may go on reading and writing all the while. When close returns none of them reaches the
 * memory any more.
 *
 * <h2>How an access finds its byte</h2>
 *
 * A view is a two-level page table over a persistent tree of ranges. The table's entry for a page
 * of RAM is the difference between host and guest addresses, so an access is: load the view, load
 * the chunk, load the entry, add, load the byte, and check that the view is still the one. A change
 * repaints the addresses it touches, copies the chunks under them and shares the rest, and is
 * published by one volatile store. Memory is never unmapped while a view that shows it is
 * reachable; closed memory is replaced by pages of nobody, and a reader that meets these sees the
 * view changed and reads again.
 */
@NullMarked
package org.memslot.machine;

import org.jspecify.annotations.NullMarked;
