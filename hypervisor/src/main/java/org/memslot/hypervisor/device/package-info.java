/** The PC's legacy devices, to the extent that kernels and firmware need them. */
@NullMarked
package org.memslot.hypervisor.device;

import org.jspecify.annotations.NullMarked;
