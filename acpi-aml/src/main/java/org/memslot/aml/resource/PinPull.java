package org.memslot.aml.resource;

/**
 * The electrical configuration of a GPIO pin: field _PPI (ACPI 6.5, table 6.55).
 *
 * @param value 0..3, or a vendor's 0x80..0xFF
 */
public record PinPull(int value) {
  /** As the platform set it up. */
  public static final PinPull DEFAULT = new PinPull(0);

  /** Pulled up. */
  public static final PinPull UP = new PinPull(1);

  /** Pulled down. */
  public static final PinPull DOWN = new PinPull(2);

  /** Not pulled. */
  public static final PinPull NONE = new PinPull(3);

  /** Checks the value. */
  public PinPull {
    if (value < 0 || value > 0xFF || (value > 3 && value < 0x80)) {
      throw new ResourceException("_PPI", "0x%x is not in 0..3 or 0x80..0xff".formatted(value));
    }
  }

  String asl() {
    return switch (value) {
      case 0 -> "PullDefault";
      case 1 -> "PullUp";
      case 2 -> "PullDown";
      case 3 -> "PullNone";
      default -> "0x%02X".formatted(value);
    };
  }
}
