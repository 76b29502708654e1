package org.memslot.aml.resource;

/** What makes an interrupt: field _HE. */
public enum InterruptMode implements Keyword {
  /** The line's level. */
  LEVEL("Level", 0),
  /** A change of the line. */
  EDGE("Edge", 1);

  private final String asl;
  private final int value;

  InterruptMode(String asl, int value) {
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
