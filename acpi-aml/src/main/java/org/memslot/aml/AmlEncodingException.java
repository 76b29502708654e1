package org.memslot.aml;

/**
 * Thrown when a tree is too large or too deep for AML bytes. The message names the element, its
 * size and the limit.
 */
public final class AmlEncodingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String element;
  private final long size;
  private final long limit;

  AmlEncodingException(String element, long size, long limit) {
    super(element + ": " + size + " is more than AML can express; the limit is " + limit);
    this.element = element;
    this.size = size;
    this.limit = limit;
  }

  /** What is too large. */
  public String element() {
    return element;
  }

  /** Its size. */
  public long size() {
    return size;
  }

  /** The largest size. */
  public long limit() {
    return limit;
  }
}
