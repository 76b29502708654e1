package org.memslot.aml.resource;

/** Which side starts a transfer on a serial bus: field _SLV. */
public enum SerialInitiator implements Keyword {
  /** The bus controller. */
  CONTROLLER("ControllerInitiated", 0),
  /** The device. */
  DEVICE("DeviceInitiated", 1);

  private final String asl;
  private final int value;

  SerialInitiator(String asl, int value) {
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
