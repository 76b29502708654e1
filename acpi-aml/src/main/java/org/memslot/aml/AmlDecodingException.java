package org.memslot.aml;

/**
 * Thrown when bytes are no definition block at all: too short for a header, or shorter than the
 * header says. What is wrong inside a block is a {@link AmlProblem} of its decoding instead.
 */
public final class AmlDecodingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  AmlDecodingException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** The offset of the byte that is wrong. */
  public int offset() {
    return offset;
  }
}
