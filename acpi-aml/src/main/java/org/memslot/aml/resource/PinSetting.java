package org.memslot.aml.resource;

/**
 * One property of a pin and its value (ACPI 6.5, table 6.66).
 *
 * @param type 0 default, 1 pull-up, 2 pull-down, 3 default pull, 4 no pull, 5 high impedance, 6 bus
 *     hold, 7 open drain, 8 open source, 9 push-pull, 10 drive strength, 11 slew rate, 12 input
 *     debounce, 13 Schmitt trigger; a vendor's 0x80..0xFF
 * @param value the value, in the property's unit, unsigned 32-bit
 */
public record PinSetting(int type, long value) {
  private static final int LAST_STANDARD = 0x0D;

  /** Checks the values. */
  public PinSetting {
    if (type < 0 || type > 0xFF || (type > LAST_STANDARD && type < 0x80)) {
      throw new ResourceException(
          "PinConfigType", "0x%x is not in 0..0xd or 0x80..0xff".formatted(type));
    }
    Checks.unsigned("PinConfigValue", value, 32);
  }
}
