package org.memslot.aml.resource;

/** How translated I/O ports lie in memory: field _TRS. */
public enum IoDensity implements Keyword {
  /** One byte for each port. */
  DENSE("DenseTranslation", 0),
  /** Ports spread so that each four have a page. */
  SPARSE("SparseTranslation", 1);

  private final String asl;
  private final int value;

  IoDensity(String asl, int value) {
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
