package org.memslot.bios.firmware;

import org.memslot.aml.ByteList;

/**
 * A table that the firmware has placed in guest memory.
 *
 * @param name its signature, with a number where there are several of it ({@code SSDT2}); {@code
 *     RSDP} for the root pointer
 * @param address guest-physical
 * @param content its bytes there
 */
public record InstalledTable(String name, long address, ByteList content) {}
