package org.memslot.bios;

/** An entry was to be added to an {@link E820Map} where another one already stands. */
public final class E820OverlapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param added the entry that does not fit
   * @param present the entry that is in its way
   */
  public E820OverlapException(E820Entry added, E820Entry present) {
    super(
        "e820: "
            + added
            + " overlaps "
            + present
            + "; carve the range out first or choose another");
  }
}
