package org.memslot.machine;

/**
 * Where a region is in a container.
 *
 * @param exclusive placed without a priority: refuses to overlap another such region
 * @param order the later placed, the higher
 */
record Placement(
    ContainerRegion parent,
    long base,
    MemoryRegion region,
    int priority,
    boolean exclusive,
    boolean enabled,
    long order)
    implements Comparable<Placement> {
  /** Addresses in the parent. */
  AddressRange range() {
    return region.rangeAt(base);
  }

  Placement enabled(boolean on) {
    return new Placement(parent, base, region, priority, exclusive, on, order);
  }

  /** What is seen first comes first. */
  @Override
  public int compareTo(Placement other) {
    int byPriority = Integer.compare(other.priority, priority);
    return byPriority != 0 ? byPriority : Long.compare(other.order, order);
  }
}
