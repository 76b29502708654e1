package org.memslot.machine;

/** The edits of one transaction; refuses use after it has ended. */
final class Transaction implements TopologyChange {
  private final Topology topology;
  private boolean open = true;

  Transaction(Topology topology) {
    this.topology = topology;
  }

  @Override
  public void add(long base, MemoryRegion region) {
    open().place(topology.root(), base, region, 0, true);
  }

  @Override
  public void add(long base, MemoryRegion region, int priority) {
    open().place(topology.root(), base, region, priority, false);
  }

  @Override
  public void add(ContainerRegion container, long offset, MemoryRegion region) {
    open().place(container, offset, region, 0, true);
  }

  @Override
  public void add(ContainerRegion container, long offset, MemoryRegion region, int priority) {
    open().place(container, offset, region, priority, false);
  }

  @Override
  public void remove(MemoryRegion region) {
    open().remove(region);
  }

  @Override
  public void setEnabled(MemoryRegion region, boolean enabled) {
    open().setEnabled(region, enabled);
  }

  private Topology open() {
    if (!open || !Thread.holdsLock(topology)) {
      throw new TopologyException("a change can be edited only inside AddressSpace.change");
    }
    return topology;
  }

  void end() {
    open = false;
  }
}
