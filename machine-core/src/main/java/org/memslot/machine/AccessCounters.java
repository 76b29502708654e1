package org.memslot.machine;

/**
 * Accesses that nothing answered, since the space was made.
 *
 * @param unclaimedReads reads that gave ones
 * @param unclaimedWrites writes that vanished
 */
public record AccessCounters(long unclaimedReads, long unclaimedWrites) {}
