package org.memslot.ospm;

/** How much of added memory the embedded guest writes and reads back before it uses it. */
public enum MemoryTouch {
  /**
   * A word in each 2 MiB. An operating system that adds memory writes little of it, so a host that
   * gives memory out when it is first touched does as little then as with such a system.
   */
  LARGE_PAGE(2L << 20),

  /** A word in each 4 KiB: the host has given all of the memory before the guest uses it. */
  PAGE(4096);

  private final long step;

  MemoryTouch(long step) {
    this.step = step;
  }

  /** Bytes from one word that is written to the next. */
  public long step() {
    return step;
  }
}
