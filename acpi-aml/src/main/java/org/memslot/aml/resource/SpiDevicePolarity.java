package org.memslot.aml.resource;

/** The active level of an SPI device's select line: field _DPL. */
public enum SpiDevicePolarity implements Keyword {
  /** Selected while low. */
  LOW("PolarityLow", 0),
  /** Selected while high. */
  HIGH("PolarityHigh", 1);

  private final String asl;
  private final int value;

  SpiDevicePolarity(String asl, int value) {
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
