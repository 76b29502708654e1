package org.memslot.bios.linker;

import org.memslot.aml.ByteList;

/**
 * A file as the script has placed and linked it.
 *
 * @param name of the fw_cfg file
 * @param address guest-physical
 * @param content with pointers and checksums
 */
public record LinkedFile(String name, long address, ByteList content) {}
