package org.memslot.hypervisor;

import org.memslot.bios.NodePerformance;
import org.memslot.bios.NumaDistances;

/**
 * How NUMA nodes stand to each other.
 *
 * @param distances for SLIT
 * @param performance of memory, for HMAT
 */
public record NumaLocality(NumaDistances distances, NodePerformance performance) {
  /** Nothing said. */
  public static final NumaLocality UNSPECIFIED =
      new NumaLocality(NumaDistances.UNSPECIFIED, NodePerformance.UNSPECIFIED);
}
