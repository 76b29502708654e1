package org.memslot.machine;

/**
 * A region that has no content of its own, only the regions placed in it. Addresses of it that no
 * child claims fall through to whatever lies below.
 */
public final class ContainerRegion extends MemoryRegion {
  /**
   * An empty container.
   *
   * @param name name for messages
   * @param size bytes, unsigned, not 0
   */
  public ContainerRegion(String name, long size) {
    super(name, positive(size, name));
  }

  private ContainerRegion(String name) {
    super(name, 0);
  }

  /** A container of 2<sup>64</sup> bytes. */
  static ContainerRegion root(String name) {
    return new ContainerRegion(name);
  }
}
