/**
 * The PC: builds a machine from a description and runs a guest on it.
 *
 * <p>{@link org.memslot.hypervisor.MachineConfig} describes a machine and rejects configurations
 * that cannot be built. {@link org.memslot.hypervisor.PcBoard} builds it: RAM and devices on two
 * buses, memory slots, fw_cfg, firmware. A {@link org.memslot.hypervisor.Guest} runs on the board,
 * which does not depend on the kind of guest:
 *
 * {@snippet id="HotAdd" :
 * List<String> events = new CopyOnWriteArrayList<>();
 * MachineConfig config =
 *     MachineConfig.of(ByteSize.parse("512M"), SlotOptions.parse("id=hot1,size=512M,start=auto"));
 * try (PcBoard board = new PcBoard(config, Host.system())) {
 *   board.addEventListener(event -> events.add(event.line()));
 *   board.attach(new OspmGuest(board, new VirtualClock()));
 *   board.powerOn();
 *   board.slots().add("hot1");
 *   board.awaitIdle(Duration.ofMinutes(1));
 *   board.guest().ifPresent(guest -> guest.describe().forEach(System.out::println));
 * }
 * }
 *
 * <p>Listeners are notified of changes to slots and machine with {@link
 * org.memslot.hypervisor.BoardEvent}s.
 */
@NullMarked
package org.memslot.hypervisor;

import org.jspecify.annotations.NullMarked;
