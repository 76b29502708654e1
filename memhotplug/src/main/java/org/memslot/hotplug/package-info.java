/** hotplug. */
@NullMarked
package org.memslot.hotplug;

import org.jspecify.annotations.NullMarked;
