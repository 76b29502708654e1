package org.memslot.aml.resource;

/** The parity bit of a UART: field _PAR. */
public enum UartParity implements Keyword {
  /** None. */
  NONE("ParityTypeNone", 0),
  /** Even. */
  EVEN("ParityTypeEven", 1),
  /** Odd. */
  ODD("ParityTypeOdd", 2),
  /** Always one. */
  MARK("ParityTypeMark", 3),
  /** Always zero. */
  SPACE("ParityTypeSpace", 4);

  private final String asl;
  private final int value;

  UartParity(String asl, int value) {
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
