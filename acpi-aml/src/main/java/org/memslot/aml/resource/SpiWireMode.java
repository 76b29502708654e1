package org.memslot.aml.resource;

/** The number of wires of an SPI connection: field _MOD. */
public enum SpiWireMode implements Keyword {
  /** Four wires. */
  FOUR("FourWireMode", 0),
  /** Three wires. */
  THREE("ThreeWireMode", 1);

  private final String asl;
  private final int value;

  SpiWireMode(String asl, int value) {
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
