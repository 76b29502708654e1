/**
 * Kernels and firmware: image formats, and what must be in memory and registers before the first
 * instruction.
 */
@NullMarked
package org.memslot.hypervisor.boot;

import org.jspecify.annotations.NullMarked;
