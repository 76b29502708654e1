package org.memslot.aml.resource;

/** The bits in a UART's word: field _LEN. */
public enum UartDataBits implements Keyword {
  /** Five. */
  FIVE("DataBitsFive", 0),
  /** Six. */
  SIX("DataBitsSix", 1),
  /** Seven. */
  SEVEN("DataBitsSeven", 2),
  /** Eight. */
  EIGHT("DataBitsEight", 3),
  /** Nine. */
  NINE("DataBitsNine", 4);

  private final String asl;
  private final int value;

  UartDataBits(String asl, int value) {
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
