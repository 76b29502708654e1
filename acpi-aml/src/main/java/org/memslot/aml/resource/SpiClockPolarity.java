package org.memslot.aml.resource;

/** The level of an idle SPI clock: field _POL. */
public enum SpiClockPolarity implements Keyword {
  /** Low. */
  LOW("ClockPolarityLow", 0),
  /** High. */
  HIGH("ClockPolarityHigh", 1);

  private final String asl;
  private final int value;

  SpiClockPolarity(String asl, int value) {
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
