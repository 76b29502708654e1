package org.memslot.aml.resource;

/** The clock edge on which SPI data is valid: field _PHA. */
public enum SpiClockPhase implements Keyword {
  /** The first edge. */
  FIRST("ClockPhaseFirst", 0),
  /** The second edge. */
  SECOND("ClockPhaseSecond", 1);

  private final String asl;
  private final int value;

  SpiClockPhase(String asl, int value) {
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
