package org.memslot.machine;

/** A window on part of another region, which may itself be placed elsewhere or nowhere. */
public final class AliasRegion extends MemoryRegion {
  private final MemoryRegion target;
  private final long offset;
  private final MemoryRegion source;
  private final long sourceOffset;

  /**
   * A window of {@code size} bytes on {@code target}, beginning {@code offset} bytes into it.
   *
   * @param name name for messages
   * @param target the region to be seen through the window
   * @param offset bytes, unsigned
   * @param size bytes, unsigned, not 0
   * @throws AddressRangeException when the window does not lie inside the target
   */
  public AliasRegion(String name, MemoryRegion target, long offset, long size) {
    super(name, positive(size, name));
    AddressRange window = AddressRange.of(offset, size);
    if (!target.rangeAt(0).contains(window)) {
      throw new AddressRangeException(
          offset,
          size,
          "alias " + name + " shows " + window + " of " + target + ", which is shorter");
    }
    this.target = target;
    this.offset = offset;
    this.source = target instanceof AliasRegion alias ? alias.source : target;
    this.sourceOffset = target instanceof AliasRegion alias ? alias.sourceOffset + offset : offset;
  }

  /**
   * The region seen through the window.
   *
   * @return the target
   */
  public MemoryRegion target() {
    return target;
  }

  /**
   * Where in the target the window begins.
   *
   * @return bytes, unsigned
   */
  public long offset() {
    return offset;
  }

  /** What is seen in the end: the target, or what it is an alias of. */
  MemoryRegion source() {
    return source;
  }

  long sourceOffset() {
    return sourceOffset;
  }
}
