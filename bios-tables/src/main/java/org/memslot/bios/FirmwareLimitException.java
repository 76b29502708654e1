package org.memslot.bios;

/**
 * Something asked of the firmware exceeds what its formats can say: more slots than the register
 * block has bits, more files than the fw_cfg directory has places. Names the limit and the value.
 */
public final class FirmwareLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String subject;
  private final long value;
  private final long limit;

  /**
   * @param subject what is limited, such as {@code memory slots}
   * @param value what was asked for
   * @param limit the most that is possible
   * @param reason why, and what to do instead
   */
  public FirmwareLimitException(String subject, long value, long limit, String reason) {
    super(
        "%s: %s asked for, at most %s possible: %s"
            .formatted(
                subject, Long.toUnsignedString(value), Long.toUnsignedString(limit), reason));
    this.subject = subject;
    this.value = value;
    this.limit = limit;
  }

  /** What is limited, such as {@code memory slots}. */
  public String subject() {
    return subject;
  }

  /** What was asked for. */
  public long value() {
    return value;
  }

  /** The most that is possible. */
  public long limit() {
    return limit;
  }
}
