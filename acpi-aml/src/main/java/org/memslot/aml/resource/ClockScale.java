package org.memslot.aml.resource;

/** The unit of an input clock's frequency. */
public enum ClockScale implements Keyword {
  /** Hertz. */
  HERTZ("Hz", 0),
  /** Kilohertz. */
  KILOHERTZ("KHz", 1),
  /** Megahertz. */
  MEGAHERTZ("MHz", 2);

  private final String asl;
  private final int value;

  ClockScale(String asl, int value) {
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
