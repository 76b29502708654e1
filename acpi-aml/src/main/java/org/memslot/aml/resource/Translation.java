package org.memslot.aml.resource;

/** Whether a bridge turns memory accesses into I/O accesses or the other way: field _TTP. */
public enum Translation implements Keyword {
  /** Both sides of the bridge use the same kind of access. */
  STATIC("TypeStatic", 0),
  /** The kind of access differs on the two sides. */
  TRANSLATED("TypeTranslation", 1);

  private final String asl;
  private final int value;

  Translation(String asl, int value) {
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
