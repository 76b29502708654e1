/**
 * The PC: a description in, a machine out.
 *
 * <p>{@link org.memslot.hypervisor.MachineConfig} describes a machine and refuses what cannot be
 * had. {@link org.memslot.hypervisor.PcBoard} builds it: RAM and devices on two buses, memory
 * slots, fw_cfg, firmware. A {@link org.memslot.hypervisor.Guest} runs on it, and it is all the
 * same to the board which:
 *
 * <pre>{@code
 * MachineConfig config = MachineConfig.of(ByteSize.parse("512M"), SlotOptions.parse("id=hot1,size=512M"));
 * try (PcBoard board = new PcBoard(config, Host.system())) {
 *   board.attach(new OspmGuest(board));
 *   board.powerOn();
 *   board.slots().add("hot1");
 * }
 * }</pre>
 *
 * <p>What becomes of slots and machine is told to listeners as {@link
 * org.memslot.hypervisor.BoardEvent}.
 */
@NullMarked
package org.memslot.hypervisor;

import org.jspecify.annotations.NullMarked;
