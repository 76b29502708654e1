package org.memslot.hotplug.device;

import org.memslot.hotplug.OstStatus;

/**
 * An {@code _OST} as the guest's AML handed it over, whatever it means for the slot: what QEMU's
 * event ACPI_DEVICE_OST tells.
 *
 * @param slot the slot selected
 * @param source the source event, 32 bits
 * @param status the status
 */
public record OstReport(int slot, int source, OstStatus status) {}
