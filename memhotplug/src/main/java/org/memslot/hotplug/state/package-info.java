/**
 * State files: the slots of a machine, their registers and the contents of their memory.
 *
 * <p>A {@link org.memslot.hotplug.MemoryHotplugController} writes and restores them; {@link
 * org.memslot.hotplug.state.StateFileReader} reads one without a machine. Every section carries a
 * checksum, and every error is a {@link org.memslot.hotplug.state.StateFileProblem} with an offset.
 */
@NullMarked
package org.memslot.hotplug.state;

import org.jspecify.annotations.NullMarked;
