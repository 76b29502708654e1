package org.memslot.machine;

import java.util.List;

/**
 * Exactly what a transaction changes.
 *
 * @param removed pieces of the old view that are not in the new one, in order of address
 * @param added pieces of the new view that were not in the old one, in order of address
 */
public record TopologyDelta(List<FlatRange> removed, List<FlatRange> added) {
  /** Keeps immutable copies. */
  public TopologyDelta {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }
}
