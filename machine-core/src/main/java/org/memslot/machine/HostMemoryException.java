package org.memslot.machine;

/**
 * The host would not give memory: says how much was asked for, what refused and how much there is.
 */
public final class HostMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long size;
  private final int errno;

  HostMemoryException(String message, long size, int errno) {
    super(message);
    this.size = size;
    this.errno = errno;
  }

  /**
   * What was asked for.
   *
   * @return bytes
   */
  public long size() {
    return size;
  }

  /**
   * The host's error number, 0 when the refusal is our own.
   *
   * @return an errno of Linux
   */
  public int errno() {
    return errno;
  }
}
