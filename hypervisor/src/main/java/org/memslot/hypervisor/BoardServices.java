package org.memslot.hypervisor;

import org.memslot.hypervisor.device.DeviceTimer;
import org.memslot.hypervisor.device.SharedInterrupt;
import org.memslot.machine.AddressSpace;

/**
 * What a device of a board may need of the board.
 *
 * @param config the machine
 * @param host time and memory of this host
 * @param memory guest-physical memory, for devices that read or write it
 * @param reset requests a reset; may be called on any thread and returns at once
 * @param sci the system control interrupt, of which each device takes an input of its own
 * @param timer calls devices after some time, in real time; ends with the board
 */
public record BoardServices(
    MachineConfig config,
    Host host,
    AddressSpace memory,
    Runnable reset,
    SharedInterrupt sci,
    DeviceTimer timer) {}
