/**
 * Kernels and firmware: image formats, and the contents of memory and registers before the first
 * instruction.
 *
 * <p>An image is untrusted input. It is first parsed to a value: {@link
 * org.memslot.hypervisor.boot.BzImage} for Linux, {@link org.memslot.hypervisor.boot.PvhImage} for
 * ELF files with a PVH entry point. {@link org.memslot.hypervisor.boot.LinuxLoader} or {@link
 * org.memslot.hypervisor.boot.PvhLoader} then loads it into guest memory, with the initial RAM
 * disk, command line and memory map, and returns a {@link org.memslot.hypervisor.boot.BootEntry}:
 * the initial state of the first CPU.
 */
@NullMarked
package org.memslot.hypervisor.boot;

import org.jspecify.annotations.NullMarked;
