package org.memslot.aml.resource;

/** The width of an I2C address: field _MOD. */
public enum I2cAddressing implements Keyword {
  /** Seven bits. */
  BITS_7("AddressingMode7Bit", 0),
  /** Ten bits. */
  BITS_10("AddressingMode10Bit", 1);

  private final String asl;
  private final int value;

  I2cAddressing(String asl, int value) {
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
