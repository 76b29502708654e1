package org.memslot.hotplug;

import java.time.Duration;
import java.util.Optional;

/**
 * What a slot has been through since the machine started, and how long it took the last time.
 *
 * @param added times that memory was added
 * @param addsRefused times that the guest could not add it
 * @param requested times that the guest was asked for it
 * @param removalsRefused times that the guest kept it
 * @param deleted times that the memory left
 * @param unrequestedEjects times that the guest ejected the memory although nobody had asked for it
 * @param addToOnline from memory on the bus to the guest's word that it uses it
 * @param requestToAnswer from the request to the guest's first word about it: begun, refused or
 *     ejected
 * @param requestToDeleted from the request to the memory's end
 */
public record SlotStatistics(
    long added,
    long addsRefused,
    long requested,
    long removalsRefused,
    long deleted,
    long unrequestedEjects,
    Optional<Duration> addToOnline,
    Optional<Duration> requestToAnswer,
    Optional<Duration> requestToDeleted) {}
