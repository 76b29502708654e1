package org.memslot.machine;

/** The edits of one transaction, valid only inside {@link AddressSpace#change}. */
public interface TopologyChange {
  /**
   * Places a region that must not overlap another one placed in this way.
   *
   * @param base address, unsigned
   * @param region the region, not yet placed in this space
   * @throws TopologyException when it overlaps, or is placed already
   * @throws AddressRangeException when it does not fit the space
   */
  void add(long base, MemoryRegion region);

  /**
   * Places a region that may overlap others: the higher priority is seen, the later one at equal
   * priority.
   *
   * @param base address, unsigned
   * @param region the region, not yet placed in this space
   * @param priority any number; regions placed without one have 0
   * @throws TopologyException when it is placed already
   * @throws AddressRangeException when it does not fit the space
   */
  void add(long base, MemoryRegion region, int priority);

  /**
   * Places a region in a container, where it must not overlap another one placed in this way.
   *
   * @param container where
   * @param offset bytes from the container's beginning, unsigned
   * @param region the region, not yet placed in this space
   * @throws TopologyException when it overlaps, is placed already, or shows the container
   * @throws AddressRangeException when it does not fit the container
   */
  void add(ContainerRegion container, long offset, MemoryRegion region);

  /**
   * Places a region in a container.
   *
   * @param container where
   * @param offset bytes from the container's beginning, unsigned
   * @param region the region, not yet placed in this space
   * @param priority among the children of the container
   * @throws TopologyException when it is placed already
   * @throws AddressRangeException when it does not fit the container
   */
  void add(ContainerRegion container, long offset, MemoryRegion region, int priority);

  /**
   * Takes a region out.
   *
   * @param region a region placed in this space
   * @throws TopologyException when it is not placed
   */
  void remove(MemoryRegion region);

  /**
   * Shows or hides a region without moving it.
   *
   * @param region a region placed in this space
   * @param enabled whether it is seen
   * @throws TopologyException when it is not placed
   */
  void setEnabled(MemoryRegion region, boolean enabled);
}
