package org.memslot.machine;

/**
 * The access widths of a device region, in bytes (1, 2, 4 or 8).
 *
 * <p>A guest access outside the accepted widths is unclaimed: it reads ones and writes nothing. An
 * accepted access outside the handled widths is adapted: a wider one is split, lowest address
 * first; a narrower one reads the aligned unit around it and takes its bytes out, and a narrower
 * write reads that unit, replaces its bytes and writes it back.
 *
 * @param acceptedMin narrowest access a guest may make
 * @param acceptedMax widest access a guest may make
 * @param handledMin narrowest access the handler sees
 * @param handledMax widest access the handler sees
 */
public record AccessWidths(int acceptedMin, int acceptedMax, int handledMin, int handledMax) {
  /** Everything from 1 to 8 bytes, handed on as it comes. */
  public static final AccessWidths ANY = new AccessWidths(1, 8, 1, 8);

  /**
   * Checks that each is a power of two up to 8 and the pairs are in order.
   *
   * @throws IllegalArgumentException when they are not
   */
  public AccessWidths {
    check("accepted", acceptedMin, acceptedMax);
    check("handled", handledMin, handledMax);
  }

  private static void check(String what, int min, int max) {
    if (Integer.bitCount(min) != 1
        || Integer.bitCount(max) != 1
        || min < 1
        || min > max
        || max > 8) {
      throw new IllegalArgumentException(
          "%s widths %d to %d: want 1, 2, 4 or 8, in order".formatted(what, min, max));
    }
  }

  /**
   * Every guest access is accepted; the handler sees only these widths.
   *
   * @param min narrowest width the handler sees
   * @param max widest width the handler sees
   * @return the widths
   */
  public static AccessWidths handling(int min, int max) {
    return new AccessWidths(1, 8, min, max);
  }

  /**
   * Only these guest accesses are accepted, and handed on as they come.
   *
   * @param min narrowest access
   * @param max widest access
   * @return the widths
   */
  public static AccessWidths accepting(int min, int max) {
    return new AccessWidths(min, max, min, max);
  }

  boolean accepts(int width) {
    return width >= acceptedMin && width <= acceptedMax;
  }

  /** The widths, or'ed, that are accepted and handled. */
  int plain() {
    int plain = 0;
    for (int width = 1; width <= 8; width *= 2) {
      plain |= accepts(width) && handles(width) ? width : 0;
    }
    return plain;
  }

  boolean handles(int width) {
    return width >= handledMin && width <= handledMax;
  }
}
