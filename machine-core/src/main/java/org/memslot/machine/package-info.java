/**
 * The bus of a machine: guest-physical memory and I/O ports, the regions placed in them, and pins
 * that keep memory mapped.
 *
 * <h2>Building a memory map</h2>
 *
 * An {@link org.memslot.machine.AddressSpace} starts empty. Regions are added in a transaction; an
 * access sees either all of its changes or none:
 *
 * {@snippet id="PackageExamplesTest.regions" :
 * AddressSpace memory = AddressSpace.memory("memory");
 * RamRegion ram = RamRegion.create("ram", 512L << 20);
 * memory.change(
 *     c -> {
 *       c.add(0, ram);
 *       c.add(0xffff_0000L, RomRegion.of("firmware", image));
 *       c.add(0xfed0_0000L, new DeviceRegion("hpet", 0x400, hpet, AccessWidths.accepting(4, 8)));
 *     });
 * memory.write32(0x1000, 42);
 * }
 *
 * <p>Accesses by the guest never throw. Where no region answers, reads return all ones and writes
 * are ignored. Firmware and loaders, which need to know, use {@link
 * org.memslot.machine.AddressSpace#checked}.
 *
 * <h2>Overlapping regions</h2>
 *
 * Regions added without a priority must not overlap. With priorities they may: the region with the
 * highest priority is visible, as in QEMU's memory API. An {@link org.memslot.machine.AliasRegion}
 * shows part of another region at a second address. A {@link org.memslot.machine.ContainerRegion}
 * groups regions that are moved, hidden and shown together. The resulting map is the {@link
 * org.memslot.machine.FlatView}. A {@link org.memslot.machine.TopologyListener}, such as the one
 * that updates a hypervisor, receives the differences between two views before the new one is
 * published, and can reject them.
 *
 * <h2>Removing memory</h2>
 *
 * A {@link org.memslot.machine.Pin} keeps the memory of a {@link org.memslot.machine.RamRegion}
 * mapped at its host address. To remove a region, {@linkplain org.memslot.machine.RamRegion#drain()
 * drain} it, wait for the last pin to be closed, remove it from the address space and {@linkplain
 * org.memslot.machine.RamRegion#close close} it:
 *
 * {@snippet id="PackageExamplesTest.unplug" :
 * Pin pin = ram.pin("disk"); // ram.pins() names its holders
 * pin.close();
 *
 * ram.drain(Duration.ofSeconds(10)).get(); // fails with the holders' names when time is up
 * memory.change(c -> c.remove(ram));
 * ram.close();
 * }
 *
 * <p>Other threads may read and write throughout. When {@code close} returns, no thread accesses
 * the memory any more.
 *
 * <h2>How an access is resolved</h2>
 *
 * A view of memory consists of a three-level page table and a persistent tree of ranges. A page is
 * 4 KiB, a leaf covers 4 MiB and a directory 8 GiB; the table covers 16 TiB. The entry of a RAM
 * page is the difference between its host and guest addresses. An access therefore loads the view,
 * the leaf and the entry (above 8 GiB also the directory), adds, accesses the byte, and checks that
 * the view is still current. Pages that several regions share, and addresses above the table, are
 * looked up in the tree.
 *
 * <p>A change rebuilds the address ranges that it affects, copies the nodes above them, shares
 * everything else with the previous view, and publishes the result with one volatile store. Memory
 * is never unmapped while a view that shows it is reachable. When a region is closed, empty pages
 * replace its memory; a reader that hits them finds that the view has changed and retries.
 */
@NullMarked
package org.memslot.machine;

import org.jspecify.annotations.NullMarked;
