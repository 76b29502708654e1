package org.memslot.aml.resource;

/** How a memory window may be cached: field _MEM. */
public enum MemoryCaching implements Keyword {
  /** Not cacheable. */
  NON_CACHEABLE("NonCacheable", 0),
  /** Cacheable. */
  CACHEABLE("Cacheable", 1),
  /** Cacheable, with write combining. */
  WRITE_COMBINING("WriteCombining", 2),
  /** Cacheable and prefetchable. */
  PREFETCHABLE("Prefetchable", 3);

  private final String asl;
  private final int value;

  MemoryCaching(String asl, int value) {
    this.asl = asl;
    this.value = value;
  }

  @Override
  public String asl() {
    return asl;
  }

  @Override
  public int value() {
    return value;
  }
}
