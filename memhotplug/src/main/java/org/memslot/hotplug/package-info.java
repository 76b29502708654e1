/**
 * Memory slots: their options, their placement, their life, and the registers through which a guest
 * hears of them.
 *
 * <p>From the words of the user to memory under the guest it is four steps.
 *
 * <ol>
 *   <li>{@link org.memslot.hotplug.SlotOptions#parse} reads each {@code -memslot} option, and
 *       {@link org.memslot.hotplug.SlotPlacement#place} finds every slot a place in the machine's
 *       {@link org.memslot.hotplug.AddressMap}. All faults are found before anything is made; each
 *       is a {@link org.memslot.hotplug.SlotProblem}.
 *   <li>A {@link org.memslot.hotplug.HotplugDevice} is the register interface, a {@link
 *       org.memslot.hotplug.GpeBlock} the event that interrupts the guest. Both are put on the bus
 *       of I/O ports.
 *   <li>A {@link org.memslot.hotplug.MemoryHotplugController} joins them to the memory bus.
 *   <li>{@link org.memslot.hotplug.MemoryHotplugController#add} and {@link
 *       org.memslot.hotplug.MemoryHotplugController#delete} start something and answer at once;
 *       what comes of it is told to every {@link org.memslot.hotplug.SlotListener} as a {@link
 *       org.memslot.hotplug.SlotEvent}.
 * </ol>
 *
 * <p>The life of a slot is the table {@link org.memslot.hotplug.SlotTransitions#table}:
 *
 * <pre>
 * trigger                     empty               populated           online              eject-requested     ejecting
 * operator: add               -&gt; populated        refused             refused             refused             refused
 * operator: delete            refused             -&gt; eject-requested  -&gt; eject-requested  stays               refused
 * operator: cancel            refused             refused             refused             -&gt; back             refused
 * guest: add succeeded        counted             -&gt; online           counted             stays               counted
 * guest: add failed           counted             stays               counted             stays               counted
 * guest: removal in progress  counted             counted             counted             stays               counted
 * guest: removal refused      counted             counted             counted             -&gt; back             counted
 * guest: eject                counted             counted             counted             -&gt; ejecting         counted
 * host: withdraw              -                   -&gt; ejecting         -&gt; ejecting         -&gt; ejecting         -
 * host: drained               -                   -                   -                   -                   -&gt; empty
 * host: retained              -                   -                   -                   -                   -&gt; populated
 * machine: reset              -                   -                   -&gt; populated        -&gt; ejecting         -
 * </pre>
 *
 * <p>A removal that the guest refuses leaves the slot as it was, says why, and can be asked for
 * again. Memory that somebody on the host has pinned stays on the bus until the last pin is gone.
 * What the guest does wrong changes nothing but {@link
 * org.memslot.hotplug.MemoryHotplugController#guestFaults}. An eject that nobody asked for is an
 * event and a counter of the slot too; {@link org.memslot.hotplug.HotplugSettings#unrequestedEject}
 * has it carried out.
 */
@NullMarked
package org.memslot.hotplug;

import org.jspecify.annotations.NullMarked;
