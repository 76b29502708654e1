/** The PC's legacy devices, as far as kernels and firmware need them. */
@NullMarked
package org.memslot.hypervisor.device;

import org.jspecify.annotations.NullMarked;
