package org.memslot.machine;

/**
 * Guest accesses that came to nothing, since the space was made.
 *
 * @param unclaimedReads reads that nothing answered, which gave ones
 * @param unclaimedWrites writes that nothing took, which vanished
 * @param deviceFaults accesses whose handler threw; a read gave ones
 */
public record AccessCounters(long unclaimedReads, long unclaimedWrites, long deviceFaults) {}
