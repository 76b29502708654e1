package org.memslot.aml.resource;

/** The stop bits of a UART: field _STB. */
public enum UartStopBits implements Keyword {
  /** None. */
  NONE("StopBitsZero", 0),
  /** One. */
  ONE("StopBitsOne", 1),
  /** One and a half. */
  ONE_AND_HALF("StopBitsOnePlusHalf", 2),
  /** Two. */
  TWO("StopBitsTwo", 3);

  private final String asl;
  private final int value;

  UartStopBits(String asl, int value) {
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
