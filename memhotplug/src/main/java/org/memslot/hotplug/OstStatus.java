package org.memslot.hotplug;

/**
 * The status that a guest gives with {@code _OST} (ACPI 6.5, section 6.3.5): why it could not do
 * what it was asked.
 *
 * @param code the status code, 32 bits; an interface that carries none reports {@link #UNSPECIFIED}
 */
public record OstStatus(int code) {
  /** Success, code 0. */
  public static final OstStatus SUCCESS = new OstStatus(0);

  /** Non-specific failure, code 1. */
  public static final OstStatus UNSPECIFIED = new OstStatus(1);

  /** Ejection in progress, code 0x84: no outcome yet. */
  public static final OstStatus IN_PROGRESS = new OstStatus(0x84);

  /** The code in the words of ACPI 6.5, tables 6.57 to 6.59. */
  public String text() {
    return switch (code) {
      case 0 -> "success";
      case 1 -> "non-specific failure";
      case 2 -> "unrecognized notify code";
      case 0x80 -> "ejection not supported by the guest";
      case 0x81 -> "device in use by application";
      case 0x82 -> "device busy";
      case 0x83 -> "ejection dependency is busy or not supported for ejection";
      case 0x84 -> "ejection in progress";
      default -> "unknown status";
    };
  }

  /** Code and words, such as {@code 0x82 device busy}. */
  @Override
  public String toString() {
    return "0x%x %s".formatted(code, text());
  }
}
