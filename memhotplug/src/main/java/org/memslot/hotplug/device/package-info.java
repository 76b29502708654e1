/**
 * The register interfaces that this project implements: the ports of the 2012 memslot series and
 * QEMU's memory-hotplug block.
 */
@NullMarked
package org.memslot.hotplug.device;

import org.jspecify.annotations.NullMarked;
