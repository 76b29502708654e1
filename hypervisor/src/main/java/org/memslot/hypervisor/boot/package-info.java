/**
 * Kernels and firmware: image formats, and what must be in memory and registers before the first
 * instruction.
 *
 * <p>An image is parsed first, as hostile input, into a value: {@link
 * org.memslot.hypervisor.boot.BzImage} for Linux, {@link org.memslot.hypervisor.boot.PvhImage} for
 * ELF files with a PVH entry. Then {@link org.memslot.hypervisor.boot.LinuxLoader} or {@link
 * org.memslot.hypervisor.boot.PvhLoader} lays it out in guest memory, with initial RAM disk,
 * command line and memory map, and answers with a {@link org.memslot.hypervisor.boot.BootEntry}:
 * the state in which the first CPU begins.
 */
@NullMarked
package org.memslot.hypervisor.boot;

import org.jspecify.annotations.NullMarked;
