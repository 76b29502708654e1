/** hypervisor. */
@NullMarked
package org.memslot.hypervisor;

import org.jspecify.annotations.NullMarked;
