package org.memslot.hypervisor;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.memslot.hotplug.RamAllocator;
import org.memslot.machine.RamRegion;

/**
 * What a board takes from outside, so that a test can give it something else.
 *
 * @param clock the time that events bear
 * @param nanoTime what the power-management timer counts by, in nanoseconds
 * @param memory where boot memory and slots' memory come from
 */
public record Host(InstantSource clock, LongSupplier nanoTime, RamAllocator memory) {
  /** This computer. */
  public static Host system() {
    return new Host(InstantSource.system(), System::nanoTime, RamRegion::create);
  }
}
