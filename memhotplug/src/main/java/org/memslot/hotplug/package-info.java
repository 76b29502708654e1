/**
 * Memory slots: options, placement, life cycle, and the registers through which the guest is
 * notified.
 *
 * <p>Memory reaches the guest in four steps:
 *
 * <ol>
 *   <li>{@link org.memslot.hotplug.slot.SlotOptions#parse} parses the text of each slot. {@link
 *       org.memslot.hotplug.slot.SlotPlacement#place} assigns every slot a range in the machine's
 *       {@link org.memslot.hotplug.slot.AddressMap}. Both report all errors, as {@link
 *       org.memslot.hotplug.slot.SlotProblem}s, before anything is created.
 *   <li>A {@link org.memslot.hotplug.HotplugDevice}, the register interface, and a {@link
 *       org.memslot.hotplug.GpeBlock}, which interrupts the guest, are mapped to I/O ports.
 *   <li>A {@link org.memslot.hotplug.MemoryHotplugController} connects them to the memory bus.
 *   <li>{@link org.memslot.hotplug.MemoryHotplugController#add} and {@link
 *       org.memslot.hotplug.MemoryHotplugController#delete} start an operation and return
 *       immediately. Its outcome is a {@link org.memslot.hotplug.SlotEvent}, sent to every {@link
 *       org.memslot.hotplug.SlotListener}.
 * </ol>
 *
 * {@snippet id="HotAddExample" :
 * var memory = AddressSpace.memory("memory");
 * var ports = AddressSpace.ports("ports");
 * var gpe = new GpeBlock(new LevelInterruptLine("SCI"));
 * var hotplug = HotplugInterfaces.MEMSLOT;
 * var map = AddressMap.pc(512 * ByteSize.MIB, 0, Set.of(0));
 * List<SlotPlan.Named> slots =
 *     new SlotPlacement(map)
 *         .place(List.of(SlotOptions.parse("id=hot1,size=1G")), hotplug.slots());
 *
 * var controller = MemoryHotplugController.builder(memory, hotplug, gpe).slots(slots).build();
 * controller.addListener(event -> events.add(event.line()));
 * new Devices(List.of(gpe, controller.registers())).plug(memory, ports);
 *
 * controller.add("hot1"); // maps memory at 4G, sets bit 0 at port 0xaf20, raises the SCI
 * ports.read8(0xaf20); // the guest finds the bit
 * ports.write8(0xafa2, 0); // and reports that slot 0 is online
 * controller.delete("hot1");
 * ports.write32(0xafa8, 0x82); // the guest reports the code for "device busy"
 * ports.write8(0xafa1, 0); // and that it cannot remove slot 0
 * controller.delete("hot1");
 * ports.write8(0xaf40, 1); // this time it ejects slot 0
 * }
 *
 * <p>{@link org.memslot.hotplug.SlotTransitions#table} defines the life cycle of a slot:
 *
 * <pre>
 * trigger                     if                  empty               populated           online              eject-requested     ejecting
 * operator: add               declined                                told again
 * operator: add                                   -&gt; populated        refused             refused             refused             refused
 * operator: delete            never taken                             -&gt; ejecting         -&gt; ejecting
 * operator: delete            cancelled                               -&gt; eject-requested  -&gt; eject-requested
 * operator: delete                                refused             -&gt; eject-requested  -&gt; eject-requested  asked again         refused
 * operator: cancel                                refused             refused             refused             -&gt; back             refused
 * guest: add succeeded        was online                                                                      counted
 * guest: add succeeded                            counted             -&gt; online           counted             noted               counted
 * guest: add failed           declined                                counted                                 counted
 * guest: add failed           was online                                                                      counted
 * guest: add failed           not askable                                                                     -&gt; ejecting
 * guest: add failed                               counted             declined            counted             declined            counted
 * guest: removal in progress  started                                                                         counted
 * guest: removal in progress                      counted             counted             counted             noted               counted
 * guest: removal refused                          counted             counted             counted             -&gt; back             counted
 * guest: eject                allowed                                 -&gt; ejecting         -&gt; ejecting
 * guest: eject                cancelled                               -&gt; populated        -&gt; populated
 * guest: eject                refused once                            -&gt; populated        -&gt; populated
 * guest: eject                                    counted             counted             counted             -&gt; ejecting         counted
 * machine: reset                                  -                   -                   -&gt; populated        -&gt; ejecting         -
 * machine: reset to the start                     -                   -&gt; ejecting         -&gt; ejecting         -&gt; ejecting         -
 * machine: drained                                -                   -                   -                   -                   -&gt; empty
 * machine: retained                               -                   -                   -                   -                   -&gt; populated
 * </pre>
 *
 * <p>Of the lines of a trigger the first decides whose condition holds; an empty cell leaves it to
 * the lines below. "Back" is the state before the request.
 *
 * <p>A guest that refuses a removal leaves the slot unchanged. The event has the reason, and the
 * removal can be requested again. Memory that the host has pinned stays on the bus until its last
 * pin is closed.
 *
 * <p>Invalid accesses by the guest change nothing; {@link
 * org.memslot.hotplug.MemoryHotplugController#guestFaults} counts them. An eject that was not
 * requested is also an event and is counted for its slot. {@link
 * org.memslot.hotplug.HotplugSettings#unrequestedEject} decides whether it is carried out.
 */
@NullMarked
package org.memslot.hotplug;

import org.jspecify.annotations.NullMarked;
