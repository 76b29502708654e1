package org.memslot.aml.resource;

/** The flow control of a UART: field _FLC. */
public enum UartFlowControl implements Keyword {
  /** None. */
  NONE("FlowControlNone", 0),
  /** By lines. */
  HARDWARE("FlowControlHardware", 1),
  /** By characters. */
  XON_XOFF("FlowControlXon", 2);

  private final String asl;
  private final int value;

  UartFlowControl(String asl, int value) {
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
