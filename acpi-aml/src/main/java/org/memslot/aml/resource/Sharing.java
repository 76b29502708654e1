package org.memslot.aml.resource;

/** Whether a line is shared and whether it wakes the system: fields _SHR and _WKC. */
public enum Sharing implements Keyword {
  /** One device, no wake. */
  EXCLUSIVE("Exclusive", 0),
  /** Many devices, no wake. */
  SHARED("Shared", 1),
  /** One device, can wake the system. */
  EXCLUSIVE_AND_WAKE("ExclusiveAndWake", 2),
  /** Many devices, can wake the system. */
  SHARED_AND_WAKE("SharedAndWake", 3);

  private final String asl;
  private final int value;

  Sharing(String asl, int value) {
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
