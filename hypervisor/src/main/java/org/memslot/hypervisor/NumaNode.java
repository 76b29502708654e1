package org.memslot.hypervisor;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import org.memslot.machine.ByteSize;

/**
 * A NUMA node of the machine.
 *
 * @param id the node's number, which is its proximity domain in SRAT
 * @param memory its share of boot memory; 0 for a node that gets its memory by hot-add
 * @param cpus its processors; none named means that processors no node names belong to node 0
 */
public record NumaNode(int id, ByteSize memory, Optional<CpuRange> cpus) {
  /**
   * Processors by number, both ends included.
   *
   * @param first the lowest
   * @param last the highest, not below {@code first}
   */
  public record CpuRange(int first, int last) {
    /** Checks that the range is not empty. */
    public CpuRange {
      checkArgument(first >= 0 && last >= first, "no processors in %s-%s", first, last);
    }

    /** True when this processor is one of them. */
    public boolean contains(int cpu) {
      return first <= cpu && cpu <= last;
    }

    boolean overlaps(CpuRange other) {
      return first <= other.last && other.first <= last;
    }

    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }
}
