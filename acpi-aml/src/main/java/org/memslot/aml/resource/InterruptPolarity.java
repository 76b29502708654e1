package org.memslot.aml.resource;

/** The line's active state: field _LL (and _POL of GPIO). */
public enum InterruptPolarity implements Keyword {
  /** High, or a rising edge. */
  ACTIVE_HIGH("ActiveHigh", 0),
  /** Low, or a falling edge. */
  ACTIVE_LOW("ActiveLow", 1),
  /** Both edges; GPIO only. */
  ACTIVE_BOTH("ActiveBoth", 2);

  private final String asl;
  private final int value;

  InterruptPolarity(String asl, int value) {
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
