package org.memslot.aml.resource;

/** Whether an input clock's frequency can change (ACPI 6.5, section 6.4.3.14). */
public enum ClockMode implements Keyword {
  /** Fixed. */
  FIXED("Fixed", 0),
  /** Variable. */
  VARIABLE("Variable", 1);

  private final String asl;
  private final int value;

  ClockMode(String asl, int value) {
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
