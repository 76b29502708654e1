package org.memslot.aml;

/**
 * How many bytes a PkgLength takes (ACPI 6.5, 20.2.4). Compilers mostly write the shortest, but a
 * table may use a wider one, and the tree remembers it.
 */
public enum PkgLengthWidth {
  /** As few bytes as the length allows. */
  SHORTEST(0),
  /** One byte: lengths up to 63. */
  ONE(1),
  /** Two bytes: lengths up to 0xfff. */
  TWO(2),
  /** Three bytes: lengths up to 0xfffff. */
  THREE(3),
  /** Four bytes: lengths up to 0xfffffff. */
  FOUR(4);

  /** The largest value that any PkgLength can hold: 2^28 - 1. */
  public static final int MAX = 0xfffffff;

  private static final PkgLengthWidth[] BY_BYTES = values();

  private final int bytes;

  PkgLengthWidth(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The bytes that this width takes for a value: its own number, or more where the value does not
   * fit.
   *
   * @param value from 0 to {@link #MAX}
   */
  int bytesFor(int value) {
    int needed = value <= 0x3f ? 1 : value <= 0xfff ? 2 : value <= 0xfffff ? 3 : 4;
    return Math.max(needed, bytes);
  }

  /**
   * The bytes that this width takes for a package of {@code content} bytes, which counts the
   * PkgLength itself.
   *
   * @param content the bytes that follow the PkgLength
   */
  int bytesForPackage(int content) {
    int needed =
        content <= 0x3f - 1 ? 1 : content <= 0xfff - 2 ? 2 : content <= 0xfffff - 3 ? 3 : 4;
    return Math.max(needed, bytes);
  }

  /**
   * The form in which {@code bytes} encode a value of which {@code needed} would have been enough.
   */
  static PkgLengthWidth of(int bytes, int needed) {
    return bytes == needed ? SHORTEST : BY_BYTES[bytes];
  }
}
