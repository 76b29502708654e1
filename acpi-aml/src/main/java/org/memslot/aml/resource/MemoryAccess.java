package org.memslot.aml.resource;

/** Whether memory can be written: field _RW. */
public enum MemoryAccess implements Keyword {
  /** Writes have no effect. */
  READ_ONLY("ReadOnly", 0),
  /** Readable and writable. */
  READ_WRITE("ReadWrite", 1);

  private final String asl;
  private final int value;

  MemoryAccess(String asl, int value) {
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
