package org.memslot.bios;

/**
 * What guests did at a {@link FwCfg} that had no effect, since the device was made.
 *
 * @param unknownKeys selections of a key with nothing behind it
 * @param bytesPastEnd bytes read past the end of an item
 * @param refusedWrites writes to the data port, to read-only items, or with a width not accepted
 * @param dmaErrors transfers that ended with the error bit
 */
public record FwCfgCounters(
    long unknownKeys, long bytesPastEnd, long refusedWrites, long dmaErrors) {}
