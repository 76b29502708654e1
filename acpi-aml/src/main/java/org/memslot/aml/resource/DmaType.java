package org.memslot.aml.resource;

/** The speed of a DMA channel: field _TYP. */
public enum DmaType implements Keyword {
  /** ISA compatible. */
  COMPATIBILITY("Compatibility", 0),
  /** EISA type A. */
  TYPE_A("TypeA", 1),
  /** EISA type B. */
  TYPE_B("TypeB", 2),
  /** Type F. */
  TYPE_F("TypeF", 3);

  private final String asl;
  private final int value;

  DmaType(String asl, int value) {
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
