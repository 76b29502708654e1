package org.memslot.aml.resource;

/** Which of the ISA aliases an I/O window covers: field _RNG. */
public enum IoRange implements Keyword {
  /** Only ports that no ISA alias covers. */
  NON_ISA_ONLY("NonISAOnlyRanges", 1),
  /** Only ports of ISA cards. */
  ISA_ONLY("ISAOnlyRanges", 2),
  /** All of the window. */
  ENTIRE("EntireRange", 3);

  private final String asl;
  private final int value;

  IoRange(String asl, int value) {
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
