package org.memslot.hypervisor;

import org.memslot.machine.AddressSpace;
import org.memslot.machine.InterruptLine;

/**
 * What a device of a board may need of the board.
 *
 * @param config the machine
 * @param host time and memory of this host
 * @param memory guest-physical memory, for devices that read or write it
 * @param reset presses the reset button; for any thread, returns at once
 * @param sci an input of the system control interrupt, which devices share
 */
public record BoardServices(
    MachineConfig config, Host host, AddressSpace memory, Runnable reset, InterruptLine sci) {}
