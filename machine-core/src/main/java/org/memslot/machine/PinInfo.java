package org.memslot.machine;

import java.time.Instant;

/**
 * Who holds a pin.
 *
 * @param holder the name the holder gave
 * @param since when the pin was taken
 * @param thread name of the thread that took it
 */
public record PinInfo(String holder, Instant since, String thread) {}
