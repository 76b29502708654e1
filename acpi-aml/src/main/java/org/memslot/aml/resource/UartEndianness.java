package org.memslot.aml.resource;

/** The bit order of a UART: field _END. */
public enum UartEndianness implements Keyword {
  /** Least significant bit first. */
  LITTLE("LittleEndian", 0),
  /** Most significant bit first. */
  BIG("BigEndian", 1);

  private final String asl;
  private final int value;

  UartEndianness(String asl, int value) {
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
