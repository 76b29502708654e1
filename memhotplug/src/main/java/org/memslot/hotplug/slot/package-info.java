/**
 * Memory slots as they are described and placed before a machine runs.
 *
 * <p>{@link org.memslot.hotplug.slot.SlotOptions} parses a slot's options, {@link
 * org.memslot.hotplug.slot.SlotPlacement} assigns each slot a range of the {@link
 * org.memslot.hotplug.slot.AddressMap}, and the result is a list of {@link
 * org.memslot.hotplug.slot.SlotPlan}s. All errors are {@link
 * org.memslot.hotplug.slot.SlotProblem}s. {@link org.memslot.hotplug.slot.HotplugAdvice} tells what
 * a guest may do with a slot that its owner does not expect.
 */
@NullMarked
package org.memslot.hotplug.slot;

import org.jspecify.annotations.NullMarked;
