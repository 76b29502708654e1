/**
 * What the acceptance tests need of the host: Debian's kernel, archives for the kernel to unpack,
 * and QEMU, with the nested machine as its largest user.
 */
@NullMarked
package org.memslot.acceptance.host;

import org.jspecify.annotations.NullMarked;
