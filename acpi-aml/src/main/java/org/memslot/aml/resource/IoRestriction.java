package org.memslot.aml.resource;

/** How a GPIO pin may be used: field _IOR. */
public enum IoRestriction implements Keyword {
  /** Both ways. */
  NONE("IoRestrictionNone", 0),
  /** Input only. */
  INPUT_ONLY("IoRestrictionInputOnly", 1),
  /** Output only. */
  OUTPUT_ONLY("IoRestrictionOutputOnly", 2),
  /** Both ways, the pin's configuration is to be kept. */
  NONE_AND_PRESERVE("IoRestrictionNoneAndPreserve", 3);

  private final String asl;
  private final int value;

  IoRestriction(String asl, int value) {
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
