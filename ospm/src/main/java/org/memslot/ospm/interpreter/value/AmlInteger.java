package org.memslot.ospm.interpreter.value;

/**
 * An unsigned integer. In a 32-bit name space the upper half is zero.
 *
 * @param value the bits, unsigned
 */
public record AmlInteger(long value) implements AmlData {
  /** Zero, also the value of False. */
  public static final AmlInteger ZERO = new AmlInteger(0);

  /** One. */
  public static final AmlInteger ONE = new AmlInteger(1);

  /** Returns the integer of this value. */
  public static AmlInteger of(long value) {
    if (value == 0) {
      return ZERO;
    }
    return value == 1 ? ONE : new AmlInteger(value);
  }

  @Override
  public AmlObjectType type() {
    return AmlObjectType.INTEGER;
  }

  /** Returns the value in hexadecimal with a prefix, for example {@code 0x1F}. */
  @Override
  public String toString() {
    return "0x" + Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
  }
}
